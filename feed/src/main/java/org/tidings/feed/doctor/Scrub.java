package org.tidings.feed.doctor;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tidings.feed.conversation.SecondReader;
import org.tidings.feed.log.Appender;
import org.tidings.feed.store.Database;
import org.tidings.feed.store.Durability;
import org.tidings.feed.store.FeedNumbers;
import org.tidings.feed.store.StoreException;
import org.tidings.feed.store.StoreException.Kind;
import org.tidings.feed.store.Tx;

/// Looks through the whole log for damage, a slice now and then, and begins again at its end; where
/// it is outlasts a restart. Damaged feeds go into quarantine, and private messages are read again
/// where what was read is damaged. [#step] is confined to the upkeep thread.
public final class Scrub {

  private static final Logger log = LoggerFactory.getLogger(Scrub.class);

  /// About 10 ms of work.
  private static final int SLICE = 2_000;

  private final Database database;
  private final FeedNumbers numbers;
  private final Appender appender;
  private final AtomicBoolean wanted = new AtomicBoolean();

  public Scrub(Database database, FeedNumbers numbers, Appender appender) {
    this.database = database;
    this.numbers = numbers;
    this.appender = appender;
  }

  /// Has the next step look at one more slice. From any thread.
  public void want() {
    wanted.set(true);
  }

  /// Looks at a slice if that is wanted. Returns whether others have more to do now.
  public boolean step() {
    return wanted.compareAndSet(true, false) && slice(database.read(Scrub::offset));
  }

  private boolean slice(long after) {
    LogCheck check = new LogCheck(after);
    boolean isMore = look(check);
    if (check.strays() > 0) {
      lookForHoles(check);
    }
    check.sound().forEach((feed, sound) -> appender.quarantine(numbers.idOf(feed), sound));
    List<Long> illegible = database.read(tx -> SecondReader.illegible(tx, after, check.last()));
    save(isMore ? check.last() : 0, illegible);
    return !illegible.isEmpty();
  }

  /// What SQLite cannot read is passed over; the doctor says what it is.
  private boolean look(LogCheck check) {
    try {
      return database.read(tx -> check.next(tx, SLICE));
    } catch (StoreException failure) {
      if (failure.kind() != Kind.DAMAGED) {
        throw failure;
      }
      log.error("after message {}: {}", check.last(), failure.sentence());
      check.pass(SLICE);
      return true;
    }
  }

  /// Whose the messages of nobody known are shows where they are missing.
  private void lookForHoles(LogCheck check) {
    database.read(
        tx -> {
          check.holes(tx);
          return true;
        });
  }

  private static long offset(Tx tx) {
    return tx.one("SELECT arrival FROM scrub", row -> row.number(1)).orElse(0L);
  }

  private void save(long arrival, List<Long> illegible) {
    database.writePatiently(
        Durability.NORMAL,
        tx -> {
          if (!illegible.isEmpty()) {
            SecondReader.readAgain(tx, illegible);
          }
          return tx.update("UPDATE scrub SET arrival = ?", arrival);
        });
  }
}
