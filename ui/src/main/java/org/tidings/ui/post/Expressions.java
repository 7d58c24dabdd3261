package org.tidings.ui.post;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tidings.feed.index.PostView;
import org.tidings.feed.index.Reaction;
import org.tidings.ui.text.EmojiIndex;

/// Reactions as they are shown. Most programs write an emoji, Patchwork `Like`; some write the name
/// of one, as in `:tada:`, and there it is the emoji that is meant. Thread-safe.
public final class Expressions {
  private static final Pattern NAME = Pattern.compile(":([a-z0-9_+-]+):");

  private Expressions() {}

  /// What is shown for an expression; empty for a plain like.
  public static String shown(String expression) {
    Matcher name = NAME.matcher(expression);
    return name.matches() ? EmojiIndex.get().named(name.group(1)) : expression;
  }

  /// The reactions to a post, most frequent first, each by what is shown.
  static List<Reaction> to(PostView post) {
    Map<String, Reaction> all = new LinkedHashMap<>();
    post.votes().reactions().stream()
        .map(one -> new Reaction(shown(one.expression()), one.count(), one.isOurs()))
        .forEach(one -> all.merge(one.expression(), one, Expressions::together));
    List<Reaction> sorted = new ArrayList<>(all.values());
    sorted.sort(Comparator.comparingInt(Reaction::count).reversed());
    return sorted;
  }

  private static Reaction together(Reaction one, Reaction same) {
    return new Reaction(
        one.expression(), one.count() + same.count(), one.isOurs() || same.isOurs());
  }
}
