package org.tidings.ui.markdown;

import javafx.scene.layout.VBox;

/// A Markdown text as nodes: paragraphs, headings, lists, quotes, code, links, mentions, channels.
/// Raw HTML is shown as the text it is; nothing is fetched from the web. Confined to the JavaFX
/// thread.
public final class MarkdownView extends VBox {
  /// @param setting where its links lead and its pictures come from
  public MarkdownView(String markdown, TextSetting setting) {
    getStyleClass().add("markdown");
    setFillWidth(true);
    getChildren().setAll(new Blocks(setting).of(Parsed.of(markdown)));
  }
}
