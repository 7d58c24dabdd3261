package org.tidings.feed.local;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.tidings.feed.message.Sequence;
import org.tidings.feed.ref.FeedId;
import org.tidings.feed.store.Database;
import org.tidings.feed.store.Durability;
import org.tidings.feed.store.FeedNumbers;
import org.tidings.feed.store.StoreException;
import org.tidings.feed.store.Tx;

/// Who has how much of our own feed: what peers say, and what was sent to them since. Kept in
/// memory and on disk, there after [#save]; a crash costs what came since, and peers say it again.
/// Thread-safe.
public final class Copies {
  private static final long UNWANTED = -1;

  private static final String CLOCKS =
      PeerMemory.KNOWN
          + " SELECT c.peer, c.value FROM known JOIN clocks c ON c.peer = known.peer"
          + " AND c.feed = ? WHERE c.value <> ?";

  private final Database database;
  private final LongSupplier head;
  private final Map<FeedId, Copy> copies = new HashMap<>();
  private final Set<FeedId> changed = new HashSet<>();
  private final Map<FeedId, Long> beyond = new HashMap<>();
  private final Departures departures;

  /// How far one peer has our feed.
  private record Copy(long told, long sent) {
    static final Copy NONE = new Copy(0, 0);
  }

  /// Reads what is on disk. What clocks of peers say counts for those of whom nothing is noted
  /// here.
  ///
  /// @param self whose feed is ours
  /// @param head the sequence of its last message
  public Copies(
      Database database, FeedNumbers numbers, FeedId self, LongSupplier head, InstantSource clock) {
    this.database = database;
    this.head = head;
    this.departures = new Departures(database, clock);
    database.read(
        tx -> {
          numbers.known(self).ifPresent(feed -> readClocks(tx, numbers, feed));
          tx.each(
              "SELECT peer, told, sent FROM copies",
              row -> read(FeedId.of(row.bytes(1)), row.number(2), row.number(3)));
          return true;
        });
  }

  /// Clocks hold notes as they were on the wire: a sequence, shifted by one bit.
  private void readClocks(Tx tx, FeedNumbers numbers, int self) {
    tx.each(
        CLOCKS,
        row -> {
          long sequence = row.number(2) >> 1;
          numbers.find(row.number(1)).ifPresent(peer -> read(peer, sequence, sequence));
        },
        self,
        UNWANTED);
  }

  /// What was noted of more than there is is noted anew, or it would count once more is written.
  private void read(FeedId peer, long told, long sent) {
    copies.put(peer, new Copy(written(told), written(sent)));
    if (Math.max(told, sent) > head.getAsLong()) {
      changed.add(peer);
    }
  }

  /// Nobody has what is not written yet, whatever they say.
  private long written(long sequence) {
    return Math.min(sequence, head.getAsLong());
  }

  /// A peer says that it has our feed up to `sequence` (0: nothing). Of what is not here by now it
  /// counts only once that has come back and the peer says it still.
  ///
  /// @param afresh whether nothing was sent to it before on this connection: then this is all it
  ///     has, whatever was sent to it once
  public synchronized void told(FeedId peer, long sequence, boolean afresh) {
    Copy before = copies.getOrDefault(peer, Copy.NONE);
    long held = written(sequence);
    if (held < sequence) {
      beyond.put(peer, sequence);
    } else {
      beyond.remove(peer);
    }
    Copy now = new Copy(held, afresh ? held : Math.max(held, before.sent()));
    if (!now.equals(before)) {
      copies.put(peer, now);
      changed.add(peer);
    }
    departures.arrived(peer, held);
    if (afresh) {
      departures.lost(peer);
    }
  }

  /// A peer still says what it said last.
  public synchronized void toldAsBefore(FeedId peer) {
    Long sequence = beyond.get(peer);
    if (sequence != null) {
      told(peer, sequence, false);
    }
  }

  /// A message of ours was sent to a peer. That it has left is noted once it has come there: till
  /// then the line may be broken.
  public synchronized void sent(FeedId peer, Sequence sequence) {
    Copy before = copies.getOrDefault(peer, Copy.NONE);
    copies.put(peer, new Copy(before.told(), Math.max(before.sent(), sequence.value())));
    changed.add(peer);
    departures.sent(peer, sequence.value());
  }

  /// What was sent to a peer has come there, up to `sequence`.
  public synchronized void arrived(FeedId peer, long sequence) {
    departures.arrived(peer, sequence);
  }

  /// Where copies of that message of ours are.
  public Delivery of(Sequence sequence) {
    Set<FeedId> holders = new HashSet<>();
    Set<FeedId> sentTo = new HashSet<>();
    Optional<Instant> unsaved;
    synchronized (this) {
      copies.forEach(
          (peer, copy) -> {
            if (copy.told() >= sequence.value()) {
              holders.add(peer);
            } else if (copy.sent() >= sequence.value()) {
              sentTo.add(peer);
            }
          });
      unsaved = departures.unsaved(sequence);
    }
    Optional<Instant> at =
        Stream.of(unsaved, departures.saved(sequence))
            .flatMap(Optional::stream)
            .max(Comparator.naturalOrder());
    return new Delivery(sequence, holders, sentTo, at);
  }

  /// Writes down what has changed since; cheap when nothing has.
  ///
  /// @throws StoreException when the disk does not take it; it is tried again with the next call
  public void save() {
    Map<FeedId, Copy> rows = new HashMap<>();
    Map<Long, Long> times;
    synchronized (this) {
      changed.forEach(peer -> rows.put(peer, copies.getOrDefault(peer, Copy.NONE)));
      times = departures.unsaved();
    }
    if (rows.isEmpty() && times.isEmpty()) {
      return;
    }
    database.write(Durability.NORMAL, tx -> write(tx, rows, times));
    synchronized (this) {
      changed.removeIf(peer -> copies.getOrDefault(peer, Copy.NONE).equals(rows.get(peer)));
      departures.saved(times);
    }
  }

  private static int write(Tx tx, Map<FeedId, Copy> rows, Map<Long, Long> times) {
    rows.forEach(
        (peer, copy) ->
            tx.update(
                "INSERT OR REPLACE INTO copies (peer, told, sent) VALUES (?, ?, ?)",
                peer.bytes(),
                copy.told(),
                copy.sent()));
    Departures.write(tx, times);
    return rows.size();
  }
}
