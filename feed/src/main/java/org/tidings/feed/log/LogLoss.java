package org.tidings.feed.log;

import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tidings.feed.local.GateNote;
import org.tidings.feed.local.PeerMemory;
import org.tidings.feed.log.GateState.Reason;
import org.tidings.feed.store.DamagedLog;
import org.tidings.feed.store.Database;
import org.tidings.feed.store.Durability;
import org.tidings.feed.store.StoreException;
import org.tidings.feed.store.Tx;

/// What a damaged write-ahead log took of our own feed: what is signed in its place would fork it.
/// Stateless.
public final class LogLoss {

  private static final Logger log = LoggerFactory.getLogger(LogLoss.class);

  private static final String OWN = "SELECT feed FROM feeds WHERE id = ?";
  private static final String KNOWN = "SELECT 1 FROM feeds WHERE feed = ?";
  private static final String END =
      "SELECT coalesce(max(sequence), 0) FROM messages WHERE feed = ?";

  private LogLoss() {}

  /// Has publishing held if messages of ours were lost, or may have been; before anything is
  /// published. What peers told of what they have is forgotten. Until that is noted the log still
  /// shows it.
  public static void note(Database database) {
    if (database.lost().isPresent()) {
      DamagedLog lost = database.lost().get();
      database.write(Durability.FULL, tx -> PeerMemory.forgetAll(tx) && hold(tx, lost));
      beginLogAnew(database);
    }
  }

  private static boolean hold(Tx tx, DamagedLog lost) {
    GateNote note = GateNote.read(tx).orElseThrow();
    Optional<Long> own = tx.one(OWN, row -> row.number(1), note.owner().bytes());
    long here = own.flatMap(feed -> tx.one(END, row -> row.number(1), feed)).orElse(0L);
    boolean isShort = own.map(feed -> endOf(feed, lost.perhaps()) > here).orElse(false);
    // Where not even our number is here, somebody whom nobody knows any more may be us.
    if (isShort || (own.isEmpty() && lost.perhaps().keySet().stream().anyMatch(isNew(tx)))) {
      long known = own.map(feed -> endOf(feed, lost.ends())).orElse(0L);
      String why = note.hold().isEmpty() ? Reason.COPIED.name() : note.hold();
      log.error("posts of our own after the {}. were lost with the log, or may have been", here);
      long elsewhere = known > here ? Math.max(note.elsewhere(), known) : note.elsewhere();
      new GateNote(note.owner(), note.released(), elsewhere, why, note.mark()).save(tx);
    }
    return isShort;
  }

  private static Predicate<Long> isNew(Tx tx) {
    return feed -> tx.one(KNOWN, row -> true, feed).isEmpty();
  }

  private static long endOf(long feed, Map<Long, Long> ends) {
    return ends.getOrDefault(feed, 0L);
  }

  /// What is lost would be found behind the end of the log after the next crash, too.
  private static void beginLogAnew(Database database) {
    try {
      database.carryOver();
    } catch (StoreException failure) {
      log.warn("the damaged log goes on: {}", failure.sentence());
    }
  }
}
