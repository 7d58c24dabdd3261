package org.tidings.feed.index;

import java.util.List;

/// The last vote of each author on a message.
///
/// @param ours our own: 1, -1, or 0 for none
/// @param reactions how those for it were expressed, most frequent first
public record Votes(int up, int down, int ours, List<Reaction> reactions) {

  public static final Votes NONE = new Votes(0, 0, 0);

  public Votes {
    reactions = List.copyOf(reactions);
  }

  /// Votes of which nobody says how they were expressed.
  public Votes(int up, int down, int ours) {
    this(up, down, ours, List.of());
  }
}
