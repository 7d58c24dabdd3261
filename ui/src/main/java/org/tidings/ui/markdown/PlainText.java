package org.tidings.ui.markdown;

import java.util.ArrayDeque;
import java.util.Deque;
import org.commonmark.node.Code;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.jspecify.annotations.Nullable;

/// The characters of a piece of Markdown, without its marks.
final class PlainText {
  private PlainText() {}

  /// Walks without recursion, because a stranger decides how deep this nests.
  static String of(Node top) {
    var text = new StringBuilder();
    var ahead = new ArrayDeque<Node>();
    push(top.getFirstChild(), ahead);
    while (!ahead.isEmpty()) {
      Node node = ahead.pop();
      append(node, text);
      push(node.getNext(), ahead);
      push(node.getFirstChild(), ahead);
    }
    return text.toString();
  }

  private static void push(@Nullable Node node, Deque<Node> ahead) {
    if (node != null) {
      ahead.push(node);
    }
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
