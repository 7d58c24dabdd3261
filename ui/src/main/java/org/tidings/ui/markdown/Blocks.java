package org.tidings.ui.markdown;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.LinkReferenceDefinition;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.ThematicBreak;
import org.tidings.ui.text.FlowText;

/// Turns the blocks of a document into nodes. The parser bounds how deep blocks nest.
final class Blocks {
  private static final int SMALLEST_HEADING = 4;

  private final TextSetting setting;

  Blocks(TextSetting setting) {
    this.setting = setting;
  }

  /// The nodes for everything directly below `parent`.
  List<javafx.scene.Node> of(Node parent) {
    var nodes = new ArrayList<javafx.scene.Node>();
    for (Node block = parent.getFirstChild(); block != null; block = block.getNext()) {
      if (!(block instanceof LinkReferenceDefinition)) {
        nodes.add(block(block));
      }
    }
    return nodes;
  }

  private javafx.scene.Node block(Node block) {
    return switch (block) {
      case Paragraph paragraph -> flow(paragraph, "md-paragraph");
      case Heading heading ->
          flow(heading, "md-h" + Math.min(heading.getLevel(), SMALLEST_HEADING));
      case BlockQuote quote -> box(quote, "md-quote");
      case BulletList list -> list(list, false, 0);
      case OrderedList list -> list(list, true, start(list));
      case FencedCodeBlock code -> code(code.getLiteral());
      case IndentedCodeBlock code -> code(code.getLiteral());
      case HtmlBlock html -> plain(html.getLiteral(), "md-paragraph");
      case ThematicBreak line -> rule();
      default -> box(block, "md-box");
    };
  }

  private javafx.scene.Node flow(Node block, String style) {
    Inlines inlines = new Inlines(block, setting);
    Optional<FlowText> words = inlines.words();
    words.ifPresent(flow -> flow.getStyleClass().add(style));
    if (inlines.pictures().isEmpty()) {
      return words.orElseGet(FlowText::new);
    }
    var both = new VBox();
    words.ifPresent(both.getChildren()::add);
    both.getChildren().add(setting.pictures(inlines.pictures()));
    both.getStyleClass().add("md-box");
    return both;
  }

  private VBox box(Node block, String style) {
    var box = new VBox();
    box.getChildren().setAll(of(block));
    box.getStyleClass().add(style);
    return box;
  }

  private static int start(OrderedList list) {
    Integer start = list.getMarkerStartNumber();
    return start == null ? 1 : start;
  }

  private VBox list(Node list, boolean numbered, int start) {
    var rows = new VBox();
    rows.getStyleClass().add("md-list");
    int number = start;
    for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
      var marker = new Label(numbered ? number++ + "." : "•");
      marker.getStyleClass().add("md-marker");
      marker.setMinWidth(Region.USE_PREF_SIZE);
      VBox content = box(item, "md-item");
      HBox.setHgrow(content, Priority.ALWAYS);
      rows.getChildren().add(new HBox(marker, content));
    }
    return rows;
  }

  private static FlowText code(String literal) {
    return plain(literal, "md-code-block");
  }

  private static FlowText plain(String literal, String style) {
    var flow = new FlowText(literal.stripTrailing());
    flow.getStyleClass().add(style);
    return flow;
  }

  private static Region rule() {
    var rule = new Region();
    rule.getStyleClass().add("md-rule");
    return rule;
  }
}
