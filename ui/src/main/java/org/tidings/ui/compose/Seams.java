package org.tidings.ui.compose;

import java.text.BreakIterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SourceSpan;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/// Where a Markdown text can be cut in two: between paragraphs best, then between the entries of a
/// list and the lines of other blocks, then between sentences, words and letters. Not within a link
/// or code on a line, as long as those have room. Confined to one thread.
final class Seams {
  private static final int DEEPEST_BLOCK = 16;

  /// Part of what there is room for that a better place to cut may leave empty is what is left of
  /// this share.
  private static final int LEAST_SHARE = 3;

  private static final Parser PARSER =
      Parser.builder()
          .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
          .maxOpenBlockParsers(DEEPEST_BLOCK)
          .build();

  private final NavigableSet<Integer> blocks = new TreeSet<>();
  private final NavigableSet<Integer> lines = new TreeSet<>();

  /// Where something that is not cut begins, and where it ends.
  private final NavigableMap<Integer, Integer> whole = new TreeMap<>();

  /// By where their code begins.
  private final NavigableMap<Integer, Fence> fences = new TreeMap<>();

  private final BreakIterator sentences = BreakIterator.getSentenceInstance(Locale.ROOT);
  private final BreakIterator words = BreakIterator.getLineInstance(Locale.ROOT);
  private final BreakIterator letters = BreakIterator.getCharacterInstance(Locale.ROOT);

  Seams(String text) {
    List.of(sentences, words, letters).forEach(kind -> kind.setText(text));
    Node document = PARSER.parse(text);
    for (Node block = document.getFirstChild(); block != null; block = block.getNext()) {
      blocks.add(start(block));
      addLines(block);
      addWhole(block);
      if (block instanceof FencedCodeBlock code) {
        addFence(Fence.of(code, text));
      }
    }
  }

  /// No fence is parted from all of its code.
  private void addFence(Fence fence) {
    fences.put(fence.inside(), fence);
    lines.remove(fence.inside());
    lines.remove(fence.outside());
  }

  /// The block of code that a cut there would part.
  Optional<Fence> around(int place) {
    return Optional.ofNullable(fences.floorEntry(place))
        .map(Map.Entry::getValue)
        .filter(fence -> fence.isAround(place));
  }

  private void addLines(Node block) {
    if (block instanceof ListBlock) {
      for (Node entry = block.getFirstChild(); entry != null; entry = entry.getNext()) {
        lines.add(start(entry));
      }
    } else if (!(block instanceof Paragraph)) {
      block.getSourceSpans().forEach(line -> lines.add(line.getInputIndex()));
    }
  }

  private void addWhole(Node parent) {
    for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
      if (node instanceof Link || node instanceof Image || node instanceof Code) {
        SourceSpan last = node.getSourceSpans().getLast();
        whole.put(start(node), last.getInputIndex() + last.getLength());
      } else {
        addWhole(node);
      }
    }
  }

  private static int start(Node node) {
    List<SourceSpan> spans = node.getSourceSpans();
    return spans.isEmpty() ? 0 : spans.getFirst().getInputIndex();
  }

  /// Where to cut what begins at `from`: `furthest`, or a better place before that.
  ///
  /// @param furthest behind `from`, before the end of the text
  int cut(int from, int furthest) {
    int earliest = from + Math.max(1, (furthest - from) / LEAST_SHARE);
    for (NavigableSet<Integer> places : List.of(blocks, lines)) {
      Integer place = places.floor(furthest);
      if (place != null && place >= earliest) {
        return place;
      }
    }
    for (BreakIterator kind : List.of(sentences, words)) {
      int place = kind.preceding(furthest + 1);
      while (place >= earliest && isWithin(place)) {
        place = kind.previous();
      }
      if (place >= earliest) {
        return place;
      }
    }
    int place = letters.preceding(furthest + 1);
    return place >= earliest ? place : furthest;
  }

  private boolean isWithin(int place) {
    Map.Entry<Integer, Integer> before = whole.lowerEntry(place);
    return before != null && place < before.getValue();
  }
}
