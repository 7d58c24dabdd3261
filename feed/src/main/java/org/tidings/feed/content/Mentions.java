package org.tidings.feed.content;

import java.util.List;

/// Finds what a Markdown text points to. Stateless, thread-safe. Protocol 10.8.
public final class Mentions {
  private Mentions() {}

  /// The mentions of `markdown` in reading order, each once.
  public static List<Mention> of(String markdown) {
    return List.of();
  }
}
