package org.tidings.ui.markdown;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import org.commonmark.Extension;
import org.commonmark.ext.autolink.AutolinkExtension;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Node;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import org.jspecify.annotations.Nullable;

/// A Markdown text as its parser sees it. Thread-safe.
final class Parsed {
  private static final int DEEPEST_BLOCK = 16;

  /// More than a message can fill; what is left out in a row counts, too.
  private static final int MOST_CELLS = 3_000;

  private static final Parser WITHOUT_TABLES =
      parser(List.of(AutolinkExtension.create(), StrikethroughExtension.create()));
  private static final Parser PARSER =
      parser(
          List.of(
              AutolinkExtension.create(),
              StrikethroughExtension.create(),
              TablesExtension.builder().maxCells(MOST_CELLS).build()));

  private Parsed() {}

  private static Parser parser(List<Extension> extensions) {
    return Parser.builder()
        .extensions(extensions)
        .includeSourceSpans(IncludeSourceSpans.NONE)
        .maxOpenBlockParsers(DEEPEST_BLOCK)
        .build();
  }

  /// The whole document. Tables of very many cells are lines of text.
  static Node of(String markdown) {
    try {
      return PARSER.parse(markdown);
    } catch (IllegalArgumentException tooManyCells) {
      return WITHOUT_TABLES.parse(markdown);
    }
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
