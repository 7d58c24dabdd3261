package org.tidings.ui.markdown;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import org.tidings.ui.control.Clickable;
import org.tidings.ui.text.TextNodes;

/// How a stretch of text looks and where it leads.
record InlineStyle(List<String> classes, Optional<MarkdownLink> link) {
  private static final PseudoClass REACHED = PseudoClass.getPseudoClass("reached");

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
  ///
  /// @param amongRightToLeft whether anything around it is written from the right
  List<Node> nodes(String text, boolean amongRightToLeft, Consumer<MarkdownLink> visit) {
    List<Node> nodes = TextNodes.of(text, amongRightToLeft, classes.toArray(String[]::new));
    link.ifPresent(
        target -> {
          Runnable go = () -> visit.accept(target);
          nodes.forEach(node -> Clickable.mouse(node, go));
          nodes.stream().findFirst().ifPresent(first -> Clickable.keyboard(first, text, go));
          markWhereReached(nodes);
        });
    return nodes;
  }

  /// Where the keyboard is at the first of a link, it is at all of it.
  private static void markWhereReached(List<Node> link) {
    if (link.size() > 1) {
      link.getFirst()
          .focusedProperty()
          .subscribe(here -> link.forEach(piece -> piece.pseudoClassStateChanged(REACHED, here)));
    }
  }
}
