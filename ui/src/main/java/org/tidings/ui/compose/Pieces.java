package org.tidings.ui.compose;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tidings.feed.message.MessageCodec;

/// Cuts a text that is too long for one post into pieces that each fit one. Put together again they
/// are the text, to the last space. A block of code that is cut is closed at the end of a piece,
/// and opened again in the next. Stateless.
final class Pieces {
  /// The line that closed a block of code where it was cut: without an end, which no other has. A
  /// space follows it where the code was cut within a line, so that an end was put in there.
  private static final Pattern CLOSED = Pattern.compile("\n(`{3,}|~{3,})( ?)\\z");

  private Pieces() {}

  /// Whether something has room in a post.
  interface Room {
    /// Whether it does.
    ///
    /// @param number which post of the thread it is, from 0
    boolean holds(int number, String piece);
  }

  /// The pieces in order; nothing where it takes more than `most`, no piece would fit, or they
  /// could not be put together again.
  static List<String> of(String text, int most, Room room) {
    if (text.length() > (long) most * MessageCodec.MAX_UNITS) {
      return List.of();
    }
    Seams seams = new Seams(text);
    List<String> pieces = new ArrayList<>();
    int from = 0;
    while (from < text.length()) {
      int begin = from;
      int end =
          end(text, from, seams, to -> room.holds(pieces.size(), piece(text, begin, to, seams)));
      if (end == from || pieces.size() == most) {
        return List.of();
      }
      pieces.add(piece(text, from, end, seams));
      from = end;
    }
    return together(pieces).equals(text) ? pieces : List.of();
  }

  private static String piece(String text, int from, int end, Seams seams) {
    String opening = seams.around(from).map(fence -> fence.opening() + "\n").orElse("");
    String closing =
        seams
            .around(end)
            .filter(fence -> end < text.length())
            .map(Fence::closing)
            .map(closes -> text.charAt(end - 1) == '\n' ? closes : "\n" + closes + " ")
            .orElse("");
    return opening + text.substring(from, end) + closing;
  }

  /// The text that they were cut from.
  static String together(List<String> pieces) {
    StringBuilder text = new StringBuilder();
    String before = "";
    for (String piece : pieces) {
      Matcher closed = CLOSED.matcher(before);
      if (closed.find() && piece.stripLeading().startsWith(closed.group(1))) {
        int added = closed.group(2).isEmpty() ? closed.start(1) : closed.start();
        text.setLength(text.length() - (before.length() - added));
        text.append(piece, piece.indexOf('\n') + 1, piece.length());
      } else {
        text.append(piece);
      }
      before = piece;
    }
    return text.toString();
  }

  private interface Fits {
    /// Whether a piece that ends there does.
    boolean test(int end);
  }

  /// Where the piece that begins at `from` ends; there, when nothing fits.
  private static int end(String text, int from, Seams seams, Fits fits) {
    int most = Math.min(text.length(), from + MessageCodec.MAX_UNITS);
    if (most == text.length() && fits.test(most)) {
      return most;
    }
    int furthest = furthest(from, most - 1, fits);
    int end = furthest == from ? from : seams.cut(from, furthest);
    // A link that is whole takes more room than half of one.
    while (end > from && !fits.test(end)) {
      end = end - 1 == from ? from : seams.cut(from, end - 1);
    }
    return end;
  }

  private static int furthest(int from, int most, Fits fits) {
    int fitting = from;
    int beyond = most + 1;
    while (beyond - fitting > 1) {
      int middle = (fitting + beyond) >>> 1;
      if (fits.test(middle)) {
        fitting = middle;
      } else {
        beyond = middle;
      }
    }
    return fitting;
  }
}
