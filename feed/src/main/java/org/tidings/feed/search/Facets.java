package org.tidings.feed.search;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.tidings.crypto.hash.Sha256;
import org.tidings.feed.ref.MessageId;

/// Words that stand for what a post is, beside the words it says, so that filters are as quick as
/// words. Stateless.
final class Facets {

  static final String PRIVATE = "p";

  private static final long DAY_MS = 24L * 60 * 60 * 1000;
  private static final long WEEK_MS = 7 * DAY_MS;
  private static final int HASHED_BYTES = 6;

  private Facets() {}

  static String author(int feed) {
    return "f" + feed;
  }

  static String thread(MessageId root) {
    return "t" + HexFormat.of().formatHex(root.bytes(), 0, HASHED_BYTES);
  }

  /// Whatever is in a name, the word for it is made of letters and digits.
  static String channel(String name) {
    byte[] utf8 = name.getBytes(StandardCharsets.UTF_8);
    return "c" + HexFormat.of().formatHex(Sha256.of(utf8), 0, HASHED_BYTES);
  }

  /// The day and the week of a post.
  static String time(long shownMs) {
    return day(shownMs) + " " + week(shownMs);
  }

  static String day(long shownMs) {
    return "d" + shownMs / DAY_MS;
  }

  static String week(long shownMs) {
    return "w" + shownMs / WEEK_MS;
  }

  static long startOfDay(long shownMs) {
    return shownMs / DAY_MS * DAY_MS;
  }

  static long startOfWeek(long shownMs) {
    return shownMs / WEEK_MS * WEEK_MS;
  }
}
