package org.tidings.ui.markdown;

import java.util.regex.Pattern;

/// Words that shall stand in Markdown as they are. Stateless, thread-safe.
public final class Escaped {
  private static final Pattern SIGNS = Pattern.compile("[\\\\\\[\\]*_`<>!&~]");

  private Escaped() {}

  /// `words` on one line, with what Markdown would read as signs escaped.
  public static String of(String words) {
    return SIGNS.matcher(words.strip().replaceAll("\\s+", " ")).replaceAll("\\\\$0");
  }
}
