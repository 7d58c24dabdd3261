package org.tidings.ui.markdown;

import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import org.commonmark.node.Document;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Node;

/// A Markdown text as nodes: paragraphs, headings, lists, quotes, code, links, mentions, channels.
/// Raw HTML is shown as the text it is; nothing is fetched from the web. Of a text that takes long
/// to lay out the beginning is there at once, and the rest comes with the next pulses: about as
/// much room is kept for it. Its words can be marked and copied. Confined to the JavaFX thread.
public final class MarkdownView extends VBox {
  private static final int AT_ONCE = 5_000;
  private static final int A_PULSE = 4_000;

  private final int length;
  private final Blocks blocks;
  private final Marking marking;
  private boolean isWhole;

  /// @param setting where its links lead and its pictures come from
  public MarkdownView(String markdown, TextSetting setting) {
    this(Parsed.of(markdown), markdown.length(), setting);
  }

  private MarkdownView(Node document, int length, TextSetting setting) {
    this.length = length;
    getStyleClass().add("markdown");
    setFillWidth(true);
    blocks = new Blocks(document, this, setting);
    isWhole = !blocks.add(AT_ONCE);
    marking = Marking.in(this);
    if (!isWhole) {
      sceneProperty()
          .subscribe(
              scene -> {
                if (scene == null) {
                  Growth.end(this);
                } else {
                  Growth.begin(this);
                }
              });
    }
  }

  /// A text shown as it is, as code is.
  public static MarkdownView ofCode(String text, TextSetting setting) {
    FencedCodeBlock code = new FencedCodeBlock();
    code.setLiteral(text);
    Document document = new Document();
    document.appendChild(code);
    return new MarkdownView(document, text.length(), setting);
  }

  /// Adds the next few nodes, and says whether more is to come.
  boolean grow() {
    isWhole = isWhole || !blocks.add(A_PULSE);
    return !isWhole;
  }

  /// Whether a text one is at as a whole can be begun to be marked with this key.
  public static boolean isMarkedBy(KeyEvent key) {
    return Marking.isBegunBy(key);
  }

  /// Takes the keyboard, and marks what this key leads over.
  public void mark(KeyEvent key) {
    marking.begin(key);
  }

  @Override
  protected double computePrefHeight(double width) {
    double height = super.computePrefHeight(width);
    return isWhole ? height : height * Math.max(1, (double) length / Math.max(1, blocks.letters()));
  }
}
