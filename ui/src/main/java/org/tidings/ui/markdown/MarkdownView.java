package org.tidings.ui.markdown;

import java.util.List;
import javafx.scene.layout.VBox;
import org.commonmark.ext.autolink.AutolinkExtension;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.node.Node;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/// A Markdown text as nodes: paragraphs, headings, lists, quotes, code, links, mentions, channels.
/// Raw HTML is shown as the text it is; nothing is fetched from the web. Confined to the JavaFX
/// thread.
public final class MarkdownView extends VBox {
  private static final int DEEPEST_BLOCK = 16;
  private static final Parser PARSER =
      Parser.builder()
          .extensions(List.of(AutolinkExtension.create(), StrikethroughExtension.create()))
          .includeSourceSpans(IncludeSourceSpans.NONE)
          .maxOpenBlockParsers(DEEPEST_BLOCK)
          .build();

  /// @param setting where its links lead and its pictures come from
  public MarkdownView(String markdown, TextSetting setting) {
    getStyleClass().add("markdown");
    setFillWidth(true);
    Node document = PARSER.parse(markdown);
    getChildren().setAll(new Blocks(setting).of(document));
  }
}
