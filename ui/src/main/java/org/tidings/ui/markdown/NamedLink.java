package org.tidings.ui.markdown;

import org.tidings.feed.ref.FeedId;
import org.tidings.ui.text.TextPieces;

/// Somebody mentioned in a text. Stateless, thread-safe.
public final class NamedLink {
  private static final int LONGEST = 60;

  private NamedLink() {}

  /// A link with the name; protocol 10.8.
  ///
  /// @param name what they are called where everybody reads it
  public static String of(FeedId who, String name) {
    String clean = TextPieces.clean(name).strip().replaceAll("^@+", "");
    int end =
        clean.offsetByCodePoints(0, Math.min(LONGEST, clean.codePointCount(0, clean.length())));
    return "[@" + Escaped.of(clean.substring(0, end)) + "](" + who + ")";
  }
}
