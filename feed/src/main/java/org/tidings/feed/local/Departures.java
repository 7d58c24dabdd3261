package org.tidings.feed.local;

import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.tidings.feed.message.Sequence;
import org.tidings.feed.ref.FeedId;
import org.tidings.feed.store.Database;
import org.tidings.feed.store.Tx;

/// When a message of ours last left: when it was sent, once it has come there, since till then it
/// may wait on a line that is broken. Confined to the lock of its [Copies], but for what is read
/// from disk.
final class Departures {
  private final Database database;
  private final InstantSource clock;

  /// When which messages were sent that may never have come there.
  private final Map<FeedId, NavigableMap<Long, Long>> underWay = new HashMap<>();

  private final Map<Long, Long> unsaved = new HashMap<>();

  Departures(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  void sent(FeedId peer, long sequence) {
    underWay.computeIfAbsent(peer, key -> new TreeMap<>()).put(sequence, clock.millis());
  }

  /// What was sent to a peer has come there, up to `sequence`.
  void arrived(FeedId peer, long sequence) {
    NavigableMap<Long, Long> sent = underWay.get(peer);
    if (sent != null) {
      NavigableMap<Long, Long> there = sent.headMap(sequence, true);
      there.forEach((one, at) -> unsaved.merge(one, at, Math::max));
      there.clear();
    }
  }

  /// What is still under way to a peer never comes there.
  void lost(FeedId peer) {
    underWay.remove(peer);
  }

  /// What is to be written down.
  Map<Long, Long> unsaved() {
    return Map.copyOf(unsaved);
  }

  Optional<Instant> unsaved(Sequence sequence) {
    return Optional.ofNullable(unsaved.get(sequence.value())).map(Instant::ofEpochMilli);
  }

  Optional<Instant> saved(Sequence sequence) {
    return database
        .read(
            tx ->
                tx.one(
                    "SELECT at FROM departures WHERE sequence = ?",
                    row -> row.number(1),
                    sequence.value()))
        .map(Instant::ofEpochMilli);
  }

  static void write(Tx tx, Map<Long, Long> times) {
    times.forEach(
        (sequence, at) ->
            tx.update(
                "INSERT INTO departures (sequence, at) VALUES (?, ?)"
                    + " ON CONFLICT DO UPDATE SET at = max(at, excluded.at)",
                sequence,
                at));
  }

  /// These are written down.
  void saved(Map<Long, Long> times) {
    times.forEach(unsaved::remove);
  }
}
