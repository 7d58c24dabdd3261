package org.tidings.feed.index;

/// The last vote of each author on a message.
///
/// @param ours our own: 1, -1, or 0 for none
public record Votes(int up, int down, int ours) {
  public static final Votes NONE = new Votes(0, 0, 0);
}
