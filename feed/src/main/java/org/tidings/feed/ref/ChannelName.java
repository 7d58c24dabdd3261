package org.tidings.feed.ref;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// Names of channels (hashtags). Stateless, thread-safe. Protocol 10.9.
public final class ChannelName {
  private static final int MOST_UNITS = 30;

  /// White space is JavaScript's `\s`, which is not Java's.
  private static final Pattern DROPPED =
      Pattern.compile(
          "[\\t\\n"
              + "\\x0B\\f\\r"
              + " \\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000\\ufeff"
              + ",.?!<>()\\[\\]\"#]");

  private ChannelName() {}

  /// The form in which channel names are compared: lower case, without `#`, white space and
  /// punctuation, at most 30 UTF-16 units. Empty when nothing is left.
  public static Optional<String> normalise(String name) {
    String kept = DROPPED.matcher(name.toLowerCase(Locale.ROOT)).replaceAll("");
    return Optional.of(kept.substring(0, Math.min(kept.length(), MOST_UNITS)))
        .filter(text -> !text.isEmpty());
  }
}
