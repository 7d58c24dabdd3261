package org.tidings.feed.store;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tidings.feed.store.StoreException.Kind;

/// The connection that writes. Confined to the thread `feed-writer` once the database is open.
final class Writer {

  private static final Logger log = LoggerFactory.getLogger(Writer.class);

  /// Marks the file as ours: "TIDG".
  private static final int APPLICATION_ID = 0x54494447;

  private static final int SYNCHRONOUS_NORMAL = 1;
  private static final int SYNCHRONOUS_FULL = 2;

  private final Tx tx;
  private final @Nullable WriteAheadLog ahead;
  private @Nullable Durability current;
  private final List<Memory> memories = new CopyOnWriteArrayList<>();
  private @Nullable StoreException broken;
  private boolean closed;

  /// One that only pretends where there is no log to write to.
  private Writer(Tx tx, @Nullable WriteAheadLog ahead) {
    this.tx = tx;
    this.ahead = ahead;
  }

  /// @param pages as [WriteAheadLog] takes them
  static Writer to(Connections connections, int pages) {
    WriteAheadLog ahead = new WriteAheadLog(connections, pages, connections::room);
    ahead.writeAgain();
    return new Writer(new Tx(connections.writer()), ahead);
  }

  /// One that only pretends: transactions that change nothing work, others fail.
  static Writer onlyReading(Tx tx) {
    return new Writer(tx, null);
  }

  boolean isReadOnly() {
    return ahead == null;
  }

  /// Settings and migrations; each step is one transaction.
  void prepare(List<Migrations> parts) {
    boolean isEmpty = isEmpty(tx);
    Connections.prepareWriter(tx, isEmpty);
    if (isEmpty) {
      format();
    }
    if (ahead != null) {
      ahead.prepare(tx);
    }
    switchTo(Durability.FULL);
    for (Migrations part : parts) {
      for (int version = part.versionIn(tx) + 1; version <= part.steps().size(); version++) {
        int next = version;
        transaction(
            Durability.FULL,
            step -> {
              part.run(step, next);
              return next;
            });
        tend(false);
      }
    }
  }

  /// Looks at an existing file and changes nothing.
  static void refuseForeign(Tx tx) {
    if (!isEmpty(tx) && pragma(tx, "application_id") != APPLICATION_ID) {
      throw new StoreException(Kind.DAMAGED, "The database file is not one of Tidings.");
    }
  }

  private static boolean isEmpty(Tx tx) {
    return tx.one("SELECT 1 FROM sqlite_schema LIMIT 1", row -> true).isEmpty();
  }

  private void format() {
    transaction(
        Durability.FULL,
        step -> {
          step.execute("PRAGMA application_id = " + APPLICATION_ID);
          step.execute(
              "CREATE TABLE schema_versions (part TEXT PRIMARY KEY, version INTEGER NOT NULL)"
                  + " WITHOUT ROWID");
          return true;
        });
  }

  <T> T transaction(Durability durability, Work<T> work) {
    refuseBroken();
    switchTo(durability);
    tx.control(isReadOnly() ? "BEGIN" : "BEGIN IMMEDIATE");
    boolean committed = false;
    try {
      T result = stoppingAtFailedSync(() -> andCommit(work));
      committed = true;
      return result;
    } finally {
      if (!committed) {
        rollBack();
      }
    }
  }

  private <T> T andCommit(Work<T> work) {
    T result = work.in(tx);
    tx.commit();
    return result;
  }

  /// After a sync that failed, of a commit or of whatever else, nobody knows what is on the disk,
  /// nor may a later one be believed that succeeds: the system may have thrown away what it could
  /// not write. What was to be committed lies in the write-ahead log all the same, and a restart
  /// may find it there.
  private <T> T stoppingAtFailedSync(Supplier<T> task) {
    try {
      return task.get();
    } catch (StoreException failure) {
      if (failure.kind() == Kind.UNCERTAIN) {
        stop(failure);
      }
      throw failure;
    }
  }

  /// What was committed stays committed, and whoever committed it is told so, whatever becomes of
  /// this: those who keep in memory what is on disk would else go on without it. Where a sync
  /// fails, what was promised to be on the disk lies there in the log, synced before; but neither
  /// the log nor the file may be believed any more, as after a commit.
  private void tend(Consumer<WriteAheadLog> how) {
    if (ahead == null || broken != null) {
      return;
    }
    try {
      how.accept(ahead);
    } catch (StoreException failure) {
      if (failure.kind() == Kind.UNCERTAIN) {
        stop(failure);
      } else {
        log.warn("the write-ahead log stays as it is: {}", failure.getMessage());
      }
    } catch (RuntimeException | Error failure) {
      log.warn("the write-ahead log stays as it is", failure);
    }
  }

  private void refuseBroken() {
    if (broken != null) {
      throw new StoreException(broken.kind(), broken.sentence(), broken);
    }
  }

  private void stop(Throwable why) {
    broken = new StoreException(Kind.STOPPED, why);
    log.error("the store stops writing", why);
  }

  /// Everything committed so far is on disk when this returns. Only a commit that writes is synced,
  /// and an update that changes no byte writes nothing; this does.
  void sync() {
    transaction(
        Durability.FULL,
        step -> {
          step.execute("PRAGMA user_version = 0");
          return true;
        });
  }

  /// Whether the write-ahead log is to be tended: between two transactions, and after whoever made
  /// it large has heard that what they wrote is on the disk.
  boolean isToBeTended() {
    try {
      return ahead != null && broken == null && ahead.isLarge();
    } catch (RuntimeException | Error failure) {
      log.warn("the write-ahead log stays as it is", failure);
      return false;
    }
  }

  /// Keeps the write-ahead log from growing.
  ///
  /// @param isInTheWay whether somebody wants to write
  void tend(boolean isInTheWay) {
    tend(wal -> wal.tend(tx, isInTheWay));
  }

  /// What may wait for another time waits, for somebody wants to write. From any thread.
  void giveWay() {
    if (ahead != null) {
      ahead.giveWay();
    }
  }

  /// Gives back what the write-ahead log takes, if hardly anything was written since this was
  /// asked for last.
  void rest() {
    tend(wal -> wal.rest(tx));
  }

  /// Carries everything over from the write-ahead log to the file, which is whole without it then.
  void carryOver() {
    refuseBroken();
    boolean isWhole =
        stoppingAtFailedSync(
            () ->
                tx.one("PRAGMA wal_checkpoint(TRUNCATE)", row -> row.integer(1) == 0)
                    .orElse(false));
    if (!isWhole) {
      throw new StoreException(Kind.FAILED, "The database file could not be finished.");
    }
  }

  /// Writes the file anew with every page full, as [Tx#vacuum] does. All of it goes through the
  /// write-ahead log, which is cut then, also where it was in vain: the disk may be full of it.
  void repack(Path folder, BooleanSupplier isInTheWay) {
    refuseBroken();
    switchTo(Durability.FULL);
    try {
      stoppingAtFailedSync(
          () -> {
            tx.vacuum(folder, isInTheWay);
            return true;
          });
    } finally {
      tend(wal -> wal.giveBack(tx));
    }
  }

  void remember(Memory memory) {
    memories.add(memory);
  }

  private void rollBack() {
    try {
      tx.rollBack();
    } catch (StoreException failure) {
      log.warn("what failed could not be undone: {}", failure.sentence());
    }
    try {
      memories.forEach(memory -> memory.reload(tx));
    } catch (RuntimeException | Error failure) {
      // What is in memory may now differ from what is on disk, whatever kept it from being read
      // (damaged rows, too little memory): nothing may be written any more. The failure that was
      // to be undone goes on to whoever called.
      stop(failure);
    }
  }

  /// Only possible between transactions; read back, because SQLite ignores what it does not like.
  private void switchTo(Durability durability) {
    if (durability == current) {
      return;
    }
    int wanted = durability == Durability.FULL ? SYNCHRONOUS_FULL : SYNCHRONOUS_NORMAL;
    tx.execute("PRAGMA synchronous = " + wanted);
    if (pragma(tx, "synchronous") != wanted) {
      throw new StoreException(Kind.FAILED, "The database does not promise to keep what we write.");
    }
    current = durability;
  }

  private static int pragma(Tx tx, String name) {
    return tx.one("PRAGMA " + name, row -> row.integer(1)).orElseThrow();
  }

  /// After a sync that failed SQLite may not go on with the log as if it had not.
  void close() {
    if (!closed) {
      closed = true;
      if (broken == null || ahead == null) {
        tx.close();
      } else {
        ahead.outlive(tx);
      }
    }
  }
}
