package org.tidings.feed.log;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tidings.feed.index.Placement;
import org.tidings.feed.local.ForkProofs;
import org.tidings.feed.message.Message;
import org.tidings.feed.message.MessageCodec;
import org.tidings.feed.ref.FeedId;
import org.tidings.feed.store.Row;
import org.tidings.feed.store.Tx;

/// The table of [EarlyMessages]. Confined to the thread `feed-writer`.
final class EarlyTable {

  private static final int MOST = 20_000;

  /// Two are enough to prove a fork.
  private static final int MOST_OF_A_NUMBER = 2;

  /// What a proof contradicts stays until the feed has reached it.
  private static final String UNPROVEN =
      " NOT EXISTS (SELECT 1 FROM fork_proofs p WHERE p.feed = early.feed"
          + " AND p.sequence = early.sequence) ";

  private final FeedLog log;
  private final ForkProofs proofs;
  private final InstantSource clock;
  private final ArrivalTimes times;

  /// The lowest sequence that is here, of feeds that have any.
  private final Map<FeedId, Long> lowest = new HashMap<>();

  EarlyTable(FeedLog log, ForkProofs proofs, InstantSource clock) {
    this.log = log;
    this.proofs = proofs;
    this.clock = clock;
    this.times = new ArrivalTimes(clock);
  }

  /// Reads it as it is on disk.
  void reload(Tx tx) {
    lowest.clear();
    tx.each(
        "SELECT feed, min(sequence) FROM early JOIN feeds USING (feed) GROUP BY feed",
        row -> lowest.put(log.numbers.idOf(row.integer(1)), row.number(2)));
  }

  /// The rows that say something else than their messages do.
  static List<Long> damaged(Tx tx) {
    List<Long> damaged = new ArrayList<>();
    tx.each(
        "SELECT e.rowid, e.id, f.id, e.sequence, e.shown, e.received, e.wire FROM early e"
            + " LEFT JOIN feeds f USING (feed)",
        row -> {
          if (!isSound(row)) {
            damaged.add(row.number(1));
          }
        });
    return damaged;
  }

  private static boolean isSound(Row row) {
    try {
      return MessageCodec.decode(row.bytes(7)) instanceof Message message
          && message.is(row.bytes(2), FeedId.of(row.bytes(3)), row.number(4))
          && new Placement(row.number(6), row.number(5)).fits(message.timestamp());
    } catch (IllegalArgumentException noId) {
      return false;
    }
  }

  /// Takes rows out; they may come again.
  void remove(Tx tx, List<Long> rows) {
    rows.forEach(row -> tx.update("DELETE FROM early WHERE rowid = ?", row));
    reload(tx);
  }

  static long newest(Tx tx, int feed) {
    return tx.one("SELECT max(sequence) FROM early WHERE feed = ?", row -> row.number(1), feed)
        .orElse(0L);
  }

  /// Keeps a post that its feed has not reached. Returns whether it is new.
  boolean keep(Tx tx, Message post) {
    FeedId feed = post.author();
    long head = log.heads.tip(feed).map(tip -> tip.sequence().value()).orElse(0L);
    if (post.sequence().value() <= head) {
      return false;
    }
    int number = log.numbers.numberOf(tx, feed);
    List<byte[]> others = others(tx, number, post);
    boolean isNew = others.size() < MOST_OF_A_NUMBER && insert(tx, number, post);
    if (isNew) {
      if (!others.isEmpty()) {
        proofs.keep(tx, post, clock.millis());
      }
      trim(tx, number);
      look(tx, feed, number);
    }
    return isNew;
  }

  private static List<byte[]> others(Tx tx, int feed, Message post) {
    return tx.list(
        "SELECT wire FROM early WHERE feed = ? AND sequence = ? AND id <> ?",
        row -> row.bytes(1),
        feed,
        post.sequence().value(),
        post.id().bytes());
  }

  private boolean insert(Tx tx, int feed, Message post) {
    Placement placement = times.place(tx, post.timestamp(), () -> before(tx, feed, post));
    int rows =
        tx.update(
            "INSERT OR IGNORE INTO early (id, feed, sequence, shown, received, wire)"
                + " VALUES (?, ?, ?, ?, ?, ?)",
            post.id().bytes(),
            feed,
            post.sequence().value(),
            placement.shownMs(),
            placement.receivedMs(),
            post.wire());
    return rows > 0;
  }

  /// That of the last of its feed that is here from before it.
  private static Optional<Placement> before(Tx tx, int feed, Message post) {
    return tx.one(
        "SELECT received, shown FROM early WHERE feed = ? AND sequence < ?"
            + " ORDER BY sequence DESC LIMIT 1",
        row -> new Placement(row.number(1), row.number(2)),
        feed,
        post.sequence().value());
  }

  private static void trim(Tx tx, int feed) {
    tx.update(
        "DELETE FROM early WHERE feed = ?1 AND sequence <= (SELECT sequence FROM early"
            + " WHERE feed = ?1 ORDER BY sequence DESC LIMIT 1 OFFSET ?2) AND"
            + UNPROVEN,
        feed,
        EarlyMessages.MOST_OF_A_FEED);
  }

  /// Lets go of those that came first where there are too many in all.
  void trim(Tx tx) {
    int gone =
        tx.update(
            "DELETE FROM early WHERE id IN (SELECT id FROM early WHERE"
                + UNPROVEN
                + "ORDER BY received LIMIT max(0, (SELECT count(*) FROM early) - ?))",
            MOST);
    if (gone > 0) {
      reload(tx);
    }
  }

  /// The feed has reached this message. One of the same number that is another proves a fork.
  void reached(Tx tx, Message message) {
    FeedId feed = message.author();
    long sequence = message.sequence().value();
    if (lowest.getOrDefault(feed, Long.MAX_VALUE) > sequence) {
      return;
    }
    int number = log.numbers.numberOf(tx, feed);
    others(tx, number, message).forEach(wire -> prove(tx, message, wire));
    tx.update("DELETE FROM early WHERE feed = ? AND sequence <= ?", number, sequence);
    look(tx, feed, number);
  }

  private void prove(Tx tx, Message held, byte[] wire) {
    if (MessageCodec.decode(wire) instanceof Message other) {
      proofs.turn(tx, held, other);
      proofs.keep(tx, other, clock.millis());
    }
  }

  /// The feed is dropped.
  void drop(Tx tx, FeedId feed) {
    tx.update("DELETE FROM early WHERE feed = ?", log.numbers.numberOf(tx, feed));
    lowest.remove(feed);
  }

  private void look(Tx tx, FeedId feed, int number) {
    lowest.remove(feed);
    tx.one(
            "SELECT sequence FROM early WHERE feed = ? ORDER BY sequence LIMIT 1",
            row -> row.number(1),
            number)
        .ifPresent(sequence -> lowest.put(feed, sequence));
  }
}
