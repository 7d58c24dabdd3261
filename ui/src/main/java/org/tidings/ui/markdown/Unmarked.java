package org.tidings.ui.markdown;

import java.util.regex.Pattern;
import org.tidings.ui.text.EmojiIndex;

/// Markdown as running words on one line, for where there is no room for more. Thread-safe.
public final class Unmarked {
  private static final Pattern LINK_TARGET = Pattern.compile("]\\([^)\\s]*\\)?");
  private static final Pattern MARKS =
      Pattern.compile(
          "!?\\[|\\*\\*|__|~~|`+|(?m)^\\s*(?:[>#]+|[-*]|\\d+\\.) |(?m)^[ :-]*+\\|[ :|-]*+$");
  private static final Pattern EMPHASIS =
      Pattern.compile("(?<![\\w*_])([*_])(?=\\S)([^*_\\n]+)(?<=\\S)\\1(?![\\w*_])");
  private static final Pattern TABLE_ROW = Pattern.compile("(?m)^ *\\|(.*)\\| *$");
  private static final Pattern EMOJI = Pattern.compile(":([a-z0-9_+-]{2,40}):");
  private static final Pattern ID =
      Pattern.compile("([@%&][A-Za-z0-9+/]{8})[A-Za-z0-9+/]{35}=\\.\\w+");

  private Unmarked() {}

  /// The words of `markdown`, without what only a machine reads.
  public static String of(String markdown) {
    String words = MARKS.matcher(LINK_TARGET.matcher(markdown).replaceAll("")).replaceAll("");
    words = TABLE_ROW.matcher(words).replaceAll("$1");
    words = EMPHASIS.matcher(words).replaceAll("$2");
    words = EMOJI.matcher(words).replaceAll(name -> EmojiIndex.get().named(name.group(1)));
    return ID.matcher(words).replaceAll("$1…").replaceAll("\\s+", " ");
  }
}
