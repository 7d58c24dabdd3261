package org.tidings.ui.markdown;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import org.commonmark.ext.autolink.AutolinkExtension;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.node.Node;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import org.jspecify.annotations.Nullable;

/// A Markdown text as its parser sees it. Thread-safe.
final class Parsed {
  private static final int DEEPEST_BLOCK = 16;
  private static final Parser PARSER =
      Parser.builder()
          .extensions(List.of(AutolinkExtension.create(), StrikethroughExtension.create()))
          .includeSourceSpans(IncludeSourceSpans.NONE)
          .maxOpenBlockParsers(DEEPEST_BLOCK)
          .build();

  private Parsed() {}

  /// The whole document.
  static Node of(String markdown) {
    return PARSER.parse(markdown);
  }

  /// Visits everything below `top` in reading order. Walks without recursion, because a stranger
  /// decides how deep this nests.
  static void each(Node top, Consumer<Node> visit) {
    var ahead = new ArrayDeque<Node>();
    push(top.getFirstChild(), ahead);
    while (!ahead.isEmpty()) {
      Node node = ahead.pop();
      visit.accept(node);
      push(node.getNext(), ahead);
      push(node.getFirstChild(), ahead);
    }
  }

  private static void push(@Nullable Node node, Deque<Node> ahead) {
    if (node != null) {
      ahead.push(node);
    }
  }
}
