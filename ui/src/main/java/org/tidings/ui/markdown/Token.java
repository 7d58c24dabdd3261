package org.tidings.ui.markdown;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tidings.ui.text.EmojiIndex;

/// A stretch of running text: words, or an id or channel to visit, shown in a readable length.
record Token(String shown, Optional<MarkdownLink> link) {
  private static final int ID_SHOWN = 9;
  private static final Pattern FINDS =
      Pattern.compile(
          "(?<id>[@%&][A-Za-z0-9+/]{43}=\\.(?:ed25519|sha256))"
              + "|(?<![\\p{L}\\p{N}_&/#])(?<channel>#[\\p{L}\\p{N}_-]{1,30})"
              + "|:(?<emoji>[a-z0-9_+-]{2,40}):");

  /// The tokens of `text`, in order; together they show all of it.
  static List<Token> in(String text) {
    var tokens = new ArrayList<Token>();
    Matcher finds = FINDS.matcher(text);
    int end = 0;
    while (finds.find()) {
      words(text.substring(end, finds.start()), tokens);
      tokens.add(found(finds));
      end = finds.end();
    }
    words(text.substring(end), tokens);
    return tokens;
  }

  private static void words(String text, List<Token> tokens) {
    if (!text.isEmpty()) {
      tokens.add(new Token(text, Optional.empty()));
    }
  }

  private static Token found(Matcher finds) {
    String name = finds.group("emoji");
    if (name != null) {
      return new Token(EmojiIndex.get().named(name), Optional.empty());
    }
    String whole = finds.group();
    boolean isId = finds.group("id") != null;
    return new Token(isId ? whole.substring(0, ID_SHOWN) + "…" : whole, MarkdownLink.of(whole));
  }
}
