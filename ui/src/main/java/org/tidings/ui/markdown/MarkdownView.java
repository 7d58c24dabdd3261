package org.tidings.ui.markdown;

import java.util.List;
import java.util.function.Consumer;
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

  private final Consumer<MarkdownLink> visit;

  /// An empty view; `visit` is called when the person follows a link.
  public MarkdownView(Consumer<MarkdownLink> visit) {
    this.visit = visit;
    getStyleClass().add("markdown");
    setFillWidth(true);
  }

  public MarkdownView(String markdown, Consumer<MarkdownLink> visit) {
    this(visit);
    show(markdown);
  }

  /// Shows another text.
  public void show(String markdown) {
    Node document = PARSER.parse(markdown);
    getChildren().setAll(new Blocks(visit).of(document));
  }
}
