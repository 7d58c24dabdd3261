package org.tidings.feed.crash;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.tidings.feed.message.Sequence;
import org.tidings.feed.ref.FeedId;
import org.tidings.feed.ref.MessageId;

/// What a store has acknowledged by the lines [Acts] tells, over all the programs that had it open.
/// Confined to the test's thread.
final class Acknowledged {

  private Optional<FeedId> self = Optional.empty();
  private final SortedMap<Long, MessageId> own = new TreeMap<>();
  private final Map<MessageId, FeedId> stored = new HashMap<>();
  private final Set<FeedId> gone = new HashSet<>();
  private final Map<String, Integer> queued = new HashMap<>();
  private long left;
  private boolean isUncertain;

  /// Takes note of a line. One that was cut short says nothing.
  void hear(String line) {
    String[] words = line.split(" ", -1);
    switch (words[0]) {
      case "open" -> FeedId.parse(words[1]).ifPresent(this::opened);
      case "published", "left" -> {
        if (words.length == 3) {
          MessageId.parse(words[2]).ifPresent(id -> own(words[0], Long.parseLong(words[1]), id));
        }
      }
      case "uncertain" -> isUncertain = true;
      case "stored" -> {
        if (words.length == 3) {
          FeedId.parse(words[2])
              .ifPresent(by -> stored.put(MessageId.parse(words[1]).orElseThrow(), by));
        }
      }
      case "dropping" -> FeedId.parse(words[1]).ifPresent(this::dropping);
      case "dropped" -> FeedId.parse(words[1]).ifPresent(gone::add);
      case "back" -> FeedId.parse(words[1]).ifPresent(gone::remove);
      case "queued" -> {
        if (words.length == 3 && !words[2].isEmpty()) {
          queued.put(words[1], Integer.parseInt(words[2]));
        }
      }
      default -> {}
    }
  }

  private void opened(FeedId feed) {
    if (self.filter(known -> !known.equals(feed)).isPresent()) {
      throw new AssertionError("it was " + self.get() + " and is now " + feed);
    }
    self = Optional.of(feed);
  }

  /// From now on its messages may be missing.
  private void dropping(FeedId feed) {
    stored.values().removeIf(feed::equals);
  }

  private void own(String what, long sequence, MessageId id) {
    MessageId before = own.put(sequence, id);
    if (before != null && !before.equals(id)) {
      throw new AssertionError(
          "two messages have number %d: %s, %s".formatted(sequence, before, id));
    }
    if (what.equals("left")) {
      left = Math.max(left, sequence);
    }
  }

  /// Whose store it is, once that was told.
  Optional<FeedId> self() {
    return self;
  }

  /// Our own messages by their numbers.
  SortedMap<Long, MessageId> own() {
    return own;
  }

  /// Whether one more of our own may be there.
  boolean isUncertain() {
    return isUncertain;
  }

  /// Messages of others.
  Set<MessageId> stored() {
    return stored.keySet();
  }

  /// Feeds that were dropped and not taken in again.
  Set<FeedId> gone() {
    return gone;
  }

  /// Entries of the outbox by name, and how many posts each has.
  Map<String, Integer> queued() {
    return queued;
  }

  /// How many messages must be there.
  int messages() {
    return own.size() + stored.size();
  }

  /// Up to where our feed may be in the hands of others.
  Optional<Sequence> left() {
    return left == 0 ? Optional.empty() : Optional.of(new Sequence(left));
  }
}
