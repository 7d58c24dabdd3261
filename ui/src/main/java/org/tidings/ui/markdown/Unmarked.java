package org.tidings.ui.markdown;

import java.util.regex.Pattern;

/// Markdown as running words on one line, for where there is no room for more. Thread-safe.
public final class Unmarked {
  private static final Pattern LINK_TARGET = Pattern.compile("]\\([^)\\s]*\\)?");
  private static final Pattern MARKS =
      Pattern.compile(
          "!?\\[|\\*\\*|__|~~|`+|(?m)^\\s*(?:[>#]+|[-*]|\\d+\\.) " + "|(?m)^[ :-]*+\\|[ :|-]*+$");
  private static final Pattern ID =
      Pattern.compile("([@%&][A-Za-z0-9+/]{8})[A-Za-z0-9+/]{35}=\\.\\w+");

  private Unmarked() {}

  /// The words of `markdown`, without what only a machine reads.
  public static String of(String markdown) {
    String words = MARKS.matcher(LINK_TARGET.matcher(markdown).replaceAll("")).replaceAll("");
    return ID.matcher(words).replaceAll("$1…").replaceAll("\\s+", " ");
  }
}
