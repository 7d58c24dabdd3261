package org.tidings.ui.text;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.text.Font;
import javafx.scene.text.Text;

/// The words of some nodes that JavaFX fails to draw when a line ends within them, and how wide
/// they are in the fonts they have at present. A word reaches from one place where JavaFX may end a
/// line to the next, whatever nodes it is made of.
final class WholeWords {
  /// What JavaFX takes a node for that is no text.
  private static final String OBJECT = "\uFFFC";

  private final List<List<Part>> words = new ArrayList<>();

  /// Letters with their marks that are a piece each: in no room at all a line ends within them.
  private final List<Part> clusters = new ArrayList<>();

  private List<Font> measuredIn = List.of();
  private double widest;

  /// @param fromTheRight whether they are written from that side, whatever they are
  WholeWords(List<? extends Node> nodes, boolean fromTheRight) {
    var text = new StringBuilder();
    nodes.forEach(node -> text.append(letters(node)));
    if (!fromTheRight && text.chars().allMatch(c -> c < 0x300 || c == OBJECT.charAt(0))) {
      return;
    }
    var shaping = new Shaping(text.toString(), fromTheRight);
    BreakIterator line = BreakIterator.getLineInstance();
    line.setText(text.toString());
    int at = 0;
    boolean delicate = false;
    List<Part> word = new ArrayList<>();
    for (Node node : nodes) {
      int end = at + letters(node).length();
      while (at < end) {
        int wordEnd = line.following(at);
        int partEnd = Math.min(wordEnd, end);
        var part = new Part(node, text.substring(at, partEnd));
        word.add(part);
        if (shaping.isDelicate(at, partEnd)) {
          if (!part.isOneCluster()) {
            delicate = true;
          } else if (part.words.length() > 1) {
            clusters.add(part);
          }
        }
        if (partEnd == wordEnd) {
          if (delicate) {
            words.add(List.copyOf(word));
          }
          word.clear();
          delicate = false;
        }
        at = partEnd;
      }
    }
  }

  /// What stands for a node: one letter, where it is no text.
  static String letters(Node node) {
    return node instanceof Text text ? text.getText() : OBJECT;
  }

  /// Whether there are none.
  boolean isEmpty() {
    return words.isEmpty() && clusters.isEmpty();
  }

  /// The width of the widest, in pixels; 0 when there is none.
  double widest() {
    List<Font> fonts =
        Stream.concat(words.stream().flatMap(List::stream), clusters.stream())
            .map(Part::font)
            .toList();
    if (!fonts.equals(measuredIn)) {
      widest =
          Math.max(
              words.stream().mapToDouble(WholeWords::width).max().orElse(0),
              clusters.stream().mapToDouble(Part::roomForEach).max().orElse(0));
      measuredIn = fonts;
    }
    return widest;
  }

  private static double width(List<Part> word) {
    return word.stream().mapToDouble(Part::width).sum();
  }

  /// What a node has of a word.
  private record Part(Node node, String words) {
    boolean isOneCluster() {
      BreakIterator clusters = BreakIterator.getCharacterInstance(Locale.ROOT);
      clusters.setText(words);
      return clusters.next() == words.length();
    }

    Font font() {
      return node instanceof Text text ? text.getFont() : Font.getDefault();
    }

    /// Room for each of its characters: more than they take together, and not worth measuring.
    double roomForEach() {
      return words.length() * font().getSize();
    }

    /// Rounded up, because as a part of more it may come out a little wider.
    double width() {
      if (!(node instanceof Text text)) {
        return Math.ceil(node.prefWidth(-1));
      }
      var alone = new Text(words);
      alone.setFont(text.getFont());
      return Math.ceil(alone.getLayoutBounds().getWidth());
    }
  }
}
