package org.tidings.feed.local;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.tidings.feed.local.PeerRecord.History;
import org.tidings.feed.message.Sequence;
import org.tidings.feed.ref.FeedId;
import org.tidings.feed.store.Database;
import org.tidings.feed.store.Durability;
import org.tidings.feed.store.FeedNumbers;
import org.tidings.feed.store.Row;
import org.tidings.feed.store.Tx;

/// What is remembered about peers over restarts: their addresses and the last clock each has told.
/// A record that is damaged so that it is nobody's is left out, for the doctor to tell.
/// Thread-safe.
public final class PeerMemory {

  /// Whether a record is of anybody.
  private static final String OF_SOMEBODY = "length(peer) = 32";

  /// Those of whom there is a clock, as `known`. Goes from one to the next by the primary key, as
  /// clocks have a row for every feed of every peer.
  static final String KNOWN =
      "WITH RECURSIVE known(peer) AS (SELECT min(peer) FROM clocks UNION ALL"
          + " SELECT (SELECT min(peer) FROM clocks WHERE peer > known.peer) FROM known"
          + " WHERE known.peer IS NOT NULL)";

  /// Clocks hold notes as they were on the wire: a sequence, shifted by one bit, or -1.
  private static final String HOLDERS =
      KNOWN
          + " SELECT c.peer FROM known CROSS JOIN clocks c ON c.peer = known.peer AND c.feed = ?1"
          + " WHERE c.value >= 0 AND (c.value >> 1) >= ?2";

  private final Database database;
  private final FeedNumbers numbers;

  public PeerMemory(Database database, FeedNumbers numbers) {
    this.database = database;
    this.numbers = numbers;
  }

  /// Every address that is remembered.
  public List<PeerRecord> peers() {
    return database.read(
        tx ->
            tx.list(
                "SELECT peer, address, source, autoconnect, failures, connected FROM peers WHERE "
                    + OF_SOMEBODY
                    + " ORDER BY address",
                PeerMemory::record));
  }

  private static PeerRecord record(Row row) {
    Optional<Long> connected = row.isNull(6) ? Optional.empty() : Optional.of(row.number(6));
    return new PeerRecord(
        FeedId.of(row.bytes(1)),
        row.text(2),
        row.text(3),
        row.number(4) == 1,
        new History(row.integer(5), connected));
  }

  /// Saves or replaces the record with this address.
  public void save(PeerRecord peer) {
    database.write(
        Durability.FULL,
        tx ->
            tx.update(
                "INSERT OR REPLACE INTO peers"
                    + " (peer, address, source, autoconnect, failures, connected)"
                    + " VALUES (?, ?, ?, ?, ?, ?)",
                peer.peer().bytes(),
                peer.address(),
                peer.source(),
                peer.autoconnect() ? 1 : 0,
                peer.history().failures(),
                peer.history().lastConnectedMs().orElse(null)));
  }

  public void forget(String address) {
    database.write(
        Durability.FULL, tx -> tx.update("DELETE FROM peers WHERE address = ?", address));
  }

  /// Whom we have an address of, by more than what others say.
  public Set<FeedId> known() {
    return database.read(
        tx ->
            Set.copyOf(
                tx.list(
                    "SELECT DISTINCT peer FROM peers WHERE source <> ? AND " + OF_SOMEBODY,
                    row -> FeedId.of(row.bytes(1)),
                    PeerRecord.ANNOUNCED)));
  }

  /// The note values the peer last told, as they were on the wire (-1: not wanted).
  public Map<FeedId, Long> clockOf(FeedId peer) {
    OptionalInt number = numbers.known(peer);
    return number.isEmpty() ? Map.of() : database.read(tx -> clock(tx, number.getAsInt()));
  }

  /// The peers whose last clock says that they have this message of a feed.
  public Set<FeedId> holdersOf(FeedId feed, Sequence sequence) {
    OptionalInt number = numbers.known(feed);
    return number.isEmpty()
        ? Set.of()
        : database.read(
            tx -> {
              Set<FeedId> holders = new HashSet<>();
              tx.each(
                  HOLDERS,
                  row -> numbers.find(row.number(1)).ifPresent(holders::add),
                  number.getAsInt(),
                  sequence.value());
              return holders;
            });
  }

  /// Forgets what peers told of one feed, by its number: some of it is asked for again.
  public static void forget(Tx tx, int feed) {
    tx.update("DELETE FROM clocks WHERE feed = ?", feed);
  }

  /// Forgets what peers told of all feeds: what is here may be older than what they heard of us,
  /// and all of it is asked for again.
  public static boolean forgetAll(Tx tx) {
    tx.update("DELETE FROM clocks");
    return true;
  }

  /// Replaces the peer's clock; only what differs is written, and nothing of a peer of whom there
  /// is nothing to remember.
  public void saveClock(FeedId peer, Map<FeedId, Long> clock) {
    if (clock.isEmpty() && numbers.known(peer).isEmpty()) {
      return;
    }
    database.write(
        Durability.NORMAL,
        tx -> {
          int number = numbers.numberOf(tx, peer);
          Map<FeedId, Long> saved = clock(tx, number);
          clock.forEach(
              (feed, value) -> {
                if (!value.equals(saved.remove(feed))) {
                  tx.update(
                      "INSERT OR REPLACE INTO clocks (peer, feed, value) VALUES (?, ?, ?)",
                      number,
                      numbers.numberOf(tx, feed),
                      value);
                }
              });
          saved.keySet().forEach(gone -> remove(tx, number, gone));
          return saved.size();
        });
  }

  private void remove(Tx tx, int peer, FeedId feed) {
    tx.update("DELETE FROM clocks WHERE peer = ? AND feed = ?", peer, numbers.numberOf(tx, feed));
  }

  private Map<FeedId, Long> clock(Tx tx, int peer) {
    Map<FeedId, Long> clock = new HashMap<>();
    tx.each(
        "SELECT feed, value FROM clocks WHERE peer = ?",
        row -> numbers.find(row.number(1)).ifPresent(feed -> clock.put(feed, row.number(2))),
        peer);
    return clock;
  }
}
