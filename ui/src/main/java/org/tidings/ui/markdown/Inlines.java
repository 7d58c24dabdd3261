package org.tidings.ui.markdown;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.commonmark.ext.gfm.strikethrough.Strikethrough;
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
import org.tidings.ui.text.FlowText;

/// Turns what stands inside one block into a single wrapping text. Used once.
final class Inlines {
  private static final int DEEPEST = 32;

  private final Consumer<MarkdownLink> visit;
  private final List<javafx.scene.Node> nodes = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();

  Inlines(Consumer<MarkdownLink> visit) {
    this.visit = visit;
  }

  FlowText flow(Node block) {
    children(block, InlineStyle.PLAIN, 0);
    var flow = new FlowText();
    flow.show(nodes, text.toString());
    return flow;
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

  private void link(Link link, InlineStyle style, int depth) {
    Optional<MarkdownLink> target = MarkdownLink.of(link.getDestination());
    children(link, target.map(style::leadingTo).orElse(style), depth);
  }

  /// Pictures from the web are never fetched: they are links. All others have their place kept
  /// until they can be shown.
  private void image(Image image, InlineStyle style) {
    String alt = PlainText.of(image);
    Optional<MarkdownLink> target = MarkdownLink.of(image.getDestination());
    if (target.isEmpty() || target.get() instanceof MarkdownLink.ToBlob) {
      nodes.add(new BlobPlaceholder(alt));
      text.append(alt);
    } else {
      String shown = alt.isBlank() ? image.getDestination() : alt;
      text(shown, style.leadingTo(target.get()));
    }
  }

  private void text(String shown, InlineStyle style) {
    nodes.addAll(style.nodes(shown, visit));
    text.append(shown);
  }
}
