package org.tidings.feed.index;

import java.util.List;
import java.util.Optional;
import org.tidings.feed.ref.MessageId;

/// A thread in the home timeline. Of a long one only the newest posts are counted.
///
/// @param opening the root post; empty while it is not here, or its author is blocked or muted
/// @param absence why there is no opening; empty where there is one
/// @param newest the newest replies, oldest of them first
/// @param key its place; pass the last one to get the next page
public record ThreadSummary(
    MessageId root,
    Optional<PostView> opening,
    Optional<Absence> absence,
    List<PostView> newest,
    Counts counts,
    TimelineKey key) {

  /// More replies than these, or unread posts, are not counted: nobody reads the difference, and it
  /// would cost as many.
  public static final int MANY = 1_000;

  public ThreadSummary {
    newest = List.copyOf(newest);
  }

  /// How long the thread is.
  ///
  /// @param replies replies that may be shown
  /// @param unread posts that came after the read mark, ours not counted
  /// @param isMore whether it has more posts than are counted
  public record Counts(int replies, int unread, boolean isMore) {

    /// Of a thread that is counted to its end.
    public Counts(int replies, int unread) {
      this(replies, unread, false);
    }
  }
}
