package org.tidings.feed.search;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.tidings.crypto.hash.Sha256;
import org.tidings.feed.ref.MessageId;

/// Words that stand for what a post is, beside the words it says, so that filters are as quick as
/// words. Stateless.
final class Facets {

  static final String PRIVATE = "p";

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

  /// All that stands for when a post was written.
  static String time(long shownMs) {
    return String.join(
        " ", TimeSpan.HOUR.word(shownMs), TimeSpan.DAY.word(shownMs), TimeSpan.WEEK.word(shownMs));
  }
}
