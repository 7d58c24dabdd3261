package org.tidings.replication.peer;

import org.tidings.feed.message.Verdict;
import org.tidings.feed.ref.FeedId;

/// A feed that is not taken from a peer any more on this connection, because of what it sent as a
/// message of it. Other feeds go on. A value.
///
/// @param sentence what was wrong, for people
public record RefusedFeed(FeedId feed, String sentence) {

  /// The peer sent something that is no message.
  public static RefusedFeed of(FeedId feed, Verdict.Refused refused) {
    return new RefusedFeed(
        feed,
        switch (refused) {
          case Verdict.Forged forged -> "It sent a message that its author has not signed.";
          case Verdict.Malformed(String reason) -> "It sent a broken message: " + reason + ".";
          case Verdict.Foreign foreign -> "It sent a message in a format we do not read.";
        });
  }

  /// The peer sent a genuine message that contradicts those we have.
  public static RefusedFeed of(FeedId feed, Verdict.Forked forked) {
    return new RefusedFeed(
        feed,
        "It has another message %s than we have: the feed has forked, somewhere its key was used twice."
            .formatted(forked.message().sequence()));
  }
}
