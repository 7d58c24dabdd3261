package org.tidings.ui.markdown;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import org.tidings.ui.text.TextNodes;

/// How a stretch of text looks and where it leads.
record InlineStyle(List<String> classes, Optional<MarkdownLink> link) {
  static final InlineStyle PLAIN = new InlineStyle(List.of(), Optional.empty());

  InlineStyle with(String styleClass) {
    var more = new ArrayList<>(classes);
    more.add(styleClass);
    return new InlineStyle(more, link);
  }

  InlineStyle leadingTo(MarkdownLink target) {
    return new InlineStyle(with("md-link").classes, Optional.of(target));
  }

  /// The nodes that show `text` so; the first of a link can be reached by keyboard.
  List<Node> nodes(String text, Consumer<MarkdownLink> visit) {
    List<Node> nodes = TextNodes.of(text, classes.toArray(String[]::new));
    link.ifPresent(
        target -> {
          nodes.forEach(node -> follow(node, () -> visit.accept(target)));
          nodes.stream().findFirst().ifPresent(first -> reach(first, text));
        });
    return nodes;
  }

  private static void follow(Node node, Runnable visit) {
    node.setCursor(Cursor.HAND);
    node.setOnMouseClicked(
        click -> {
          if (click.getButton() == MouseButton.PRIMARY && click.isStillSincePress()) {
            click.consume();
            visit.run();
          }
        });
    node.setOnKeyPressed(
        key -> {
          if (key.getCode() == KeyCode.ENTER || key.getCode() == KeyCode.SPACE) {
            key.consume();
            visit.run();
          }
        });
  }

  private static void reach(Node first, String text) {
    first.setFocusTraversable(true);
    first.setAccessibleRole(AccessibleRole.HYPERLINK);
    first.setAccessibleText(text);
  }
}
