package org.tidings.replication.ebt;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.tidings.feed.ref.FeedId;

/// How far we are with what connected peers have and we lack, since there was first something to
/// fetch. A value. It goes by what peers say they have (protocol 6.3), so that those who speak no
/// EBT do not count; while more of them speak, the whole grows.
///
/// @param feedsDone feeds that have been brought up to date
/// @param feedsLeft feeds of which somebody has more than we
/// @param messagesDone messages stored of what was lacking
/// @param messagesLeft messages still lacking
/// @param perSecond messages stored a second, over the last ten seconds
/// @param from who has been asked for what is left, the most first
public record SyncProgress(
    long feedsDone,
    long feedsLeft,
    long messagesDone,
    long messagesLeft,
    double perSecond,
    List<Owed> from) {

  public SyncProgress {
    from = List.copyOf(from);
  }

  /// What one peer has been asked for and has not sent yet.
  public record Owed(FeedId peer, long feeds, long messages) {}

  /// All messages of this time, done and left.
  public long messages() {
    return messagesDone + messagesLeft;
  }

  /// How long the rest takes at this rate; empty while nothing comes.
  public Optional<Duration> timeLeft() {
    return perSecond > 0
        ? Optional.of(Duration.ofMillis((long) (messagesLeft * 1_000 / perSecond)))
        : Optional.empty();
  }
}
