package org.tidings.ui.markdown;

import org.commonmark.node.Code;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;

/// The characters of a piece of Markdown, without its marks.
final class PlainText {
  private PlainText() {}

  static String of(Node top) {
    var text = new StringBuilder();
    Parsed.each(top, node -> append(node, text));
    return text.toString();
  }

  private static void append(Node node, StringBuilder text) {
    switch (node) {
      case Text part -> text.append(part.getLiteral());
      case Code code -> text.append(code.getLiteral());
      case HtmlInline html -> text.append(html.getLiteral());
      case SoftLineBreak line -> text.append(' ');
      case HardLineBreak line -> text.append(' ');
      default -> {}
    }
  }
}
