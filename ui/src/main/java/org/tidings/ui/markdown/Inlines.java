package org.tidings.ui.markdown;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.commonmark.ext.gfm.strikethrough.Strikethrough;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;

/// What stands inside one block: words, and pictures and files among them. Used once.
final class Inlines {
  private static final int DEEPEST = 32;

  private final List<TextSetting.Picture> pictures = new ArrayList<>();
  private final List<Stretch> stretches = new ArrayList<>();

  /// The stretch that still goes on.
  private final StringBuilder last = new StringBuilder();

  private InlineStyle lastStyle = InlineStyle.PLAIN;

  /// How many characters are names of files.
  private int files;

  Inlines(Node block) {
    children(block, InlineStyle.PLAIN, 0);
    flush();
  }

  /// Its words in order.
  List<Stretch> stretches() {
    return stretches;
  }

  /// Whether it says anything; not when there are only pictures and files in it.
  boolean hasWords() {
    return pictures.isEmpty()
        || Stretch.text(stretches).chars().filter(c -> !Character.isWhitespace(c)).count() > files;
  }

  /// The pictures that stand in it.
  List<TextSetting.Picture> pictures() {
    return pictures;
  }

  private void children(Node parent, InlineStyle style, int depth) {
    if (depth > DEEPEST) {
      text(PlainText.of(parent), style);
      return;
    }
    for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
      inline(node, style, depth + 1);
    }
  }

  private void inline(Node node, InlineStyle style, int depth) {
    switch (node) {
      case Text part -> words(part.getLiteral(), style);
      case Emphasis emphasis -> children(emphasis, style.with("md-emphasis"), depth);
      case StrongEmphasis strong -> children(strong, style.with("md-strong"), depth);
      case Strikethrough struck -> children(struck, style.with("md-struck"), depth);
      case Code code -> text(code.getLiteral(), style.with("md-code"));
      case HtmlInline html -> text(html.getLiteral(), style);
      case SoftLineBreak line -> text("\n", style);
      case HardLineBreak line -> text("\n", style);
      case Link link -> link(link, style, depth);
      case Image image -> image(image, style);
      case TableCell cell -> cell(cell, style, depth);
      default -> children(node, style, depth);
    }
  }

  /// Text as written, in which mentions, channels and `:emoji:` names may hide.
  private void words(String literal, InlineStyle style) {
    if (style.link().isPresent()) {
      text(literal, style);
      return;
    }
    for (Token token : Token.in(literal)) {
      Optional<MarkdownLink> link = token.link();
      text(token.shown(), link.map(style::leadingTo).orElse(style));
    }
  }

  /// In a row that is shown as a line.
  private void cell(TableCell cell, InlineStyle style, int depth) {
    if (cell.getPrevious() != null) {
      text(" | ", style);
    }
    children(cell, style, depth);
  }

  private void link(Link link, InlineStyle style, int depth) {
    PicturesIn.at(link)
        .ifPresent(
            file -> {
              pictures.add(file);
              files += file.words().replaceAll("\\s", "").length();
            });
    Optional<MarkdownLink> target = MarkdownLink.of(link.getDestination());
    children(link, target.map(style::leadingTo).orElse(style), depth);
  }

  /// Pictures from the web are never fetched: they are links. Those of the network follow the
  /// words among which they stand.
  private void image(Image image, InlineStyle style) {
    Optional<TextSetting.Picture> picture = PicturesIn.at(image);
    if (picture.isPresent()) {
      pictures.add(picture.get());
      return;
    }
    String alt = PlainText.of(image);
    String shown = alt.isBlank() ? image.getDestination() : alt;
    Optional<MarkdownLink> target = MarkdownLink.of(image.getDestination());
    text(shown, target.map(style::leadingTo).orElse(style));
  }

  /// What looks the same is one stretch; but each link is one of its own.
  private void text(String shown, InlineStyle style) {
    if (!style.equals(lastStyle) || style.link().isPresent()) {
      flush();
      lastStyle = style;
    }
    last.append(shown);
  }

  private void flush() {
    if (!last.isEmpty()) {
      stretches.add(new Stretch(last.toString(), lastStyle));
      last.setLength(0);
    }
  }
}
