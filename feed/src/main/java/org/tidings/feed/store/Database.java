package org.tidings.feed.store;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tidings.feed.store.StoreException.Kind;

/// The one SQLite file. Thread-safe: every write runs on the thread `feed-writer`, reads run on a
/// few threads `feed-reader-n`, and callers wait for their answer without being interrupted, so
/// that nobody is left not knowing whether something was written.
public final class Database implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(Database.class);

  /// The name of the database file in its folder.
  public static final String FILE = "tidings.sqlite";

  private static final int READERS = 3;

  private final Connections connections;
  private final Writer writer;
  private final Optional<DamagedLog> lost;
  private final ThreadPoolExecutor writing;
  private final ThreadPoolExecutor reading;
  private final Readers readers;
  private final AtomicInteger hurried = new AtomicInteger();
  private volatile Runnable beforeWaiting = () -> {};
  private volatile boolean damaged;
  private volatile boolean full;

  /// Whether the log waits to be tended; of the writer's thread.
  private boolean isTending;

  private Database(Connections connections, Writer writer, Optional<DamagedLog> lost) {
    this.connections = connections;
    this.readers = new Readers(connections, READERS);
    this.writer = writer;
    this.lost = lost;
    this.writing = threads("feed-writer", 1);
    this.reading = threads("feed-reader-", READERS);
  }

  /// Opens or creates the file in this folder, which must exist, and brings it to the newest
  /// version.
  ///
  /// @throws StoreException when it cannot be used, was written by a newer program, or lies on a
  ///     network drive; nothing was changed then
  public static Database open(Path folder, List<Migrations> parts) {
    return open(folder, parts, WriteAheadLog.PAGES);
  }

  /// @param pages as [WriteAheadLog] takes them
  static Database open(Path folder, List<Migrations> parts, int pages) {
    FolderCheck.refuseNetwork(folder);
    Path file = folder.resolve(FILE);
    Connections connections = new Connections(file);
    if (Files.exists(file)) {
      refuse(connections, parts);
      connections.hide();
    } else {
      connections.create();
    }
    Optional<DamagedLog> lost = DamagedLog.left(connections.beside("-wal"));
    Writer writer = Writer.to(connections, pages);
    try {
      writer.prepare(parts);
    } catch (RuntimeException failure) {
      writer.close();
      throw failure;
    }
    return new Database(connections, writer, lost);
  }

  /// Opens the file in this folder where nothing can be written, or nothing should be: whatever
  /// would change it fails. Nobody else may change it meanwhile.
  ///
  /// @throws StoreException also when it is not of the newest version
  public static Database openToRead(Path folder, List<Migrations> parts) {
    FolderCheck.refuseNetwork(folder);
    Connections connections = Connections.toUnchanging(folder.resolve(FILE));
    Tx tx = new Tx(connections.reader());
    try {
      Writer.refuseForeign(tx);
      parts.forEach(part -> part.refuseOther(tx));
    } catch (RuntimeException failure) {
      tx.close();
      throw failure;
    }
    return new Database(connections, Writer.onlyReading(tx), Optional.empty());
  }

  /// Whether nothing can be written.
  public boolean isReadOnly() {
    return writer.isReadOnly();
  }

  /// Looks at a file that nobody has open, whatever state it is in, on the calling thread. Changes
  /// nothing.
  public static <T> T inspect(Path file, Work<T> work) {
    Tx tx = new Tx(new Connections(file).reader());
    try {
      return work.in(tx);
    } finally {
      tx.close();
    }
  }

  /// Looks at an existing file and changes nothing, except that it undoes what a first start cut
  /// short was about to change: until then nobody can read the file, and a reader cannot undo it.
  private static void refuse(Connections connections, List<Migrations> parts) {
    Tx tx = new Tx(connections.holdsUndoneChanges() ? connections.writer() : connections.reader());
    try {
      Writer.refuseForeign(tx);
      parts.forEach(part -> part.refuseNewer(tx));
    } finally {
      tx.close();
    }
  }

  /// Runs `check` on each thread that is about to wait for this database, in place of what was set
  /// before; what it throws is thrown there, and nothing is asked.
  public void beforeWaiting(Runnable check) {
    beforeWaiting = check;
  }

  /// Runs the work in a transaction of its own and returns after the commit.
  public <T> T write(Durability durability, Work<T> work) {
    return call(() -> transaction(durability, work));
  }

  /// As [#write], for what has no hurry: a long batch under way is not cut short for it.
  public <T> T writePatiently(Durability durability, Work<T> work) {
    return callPatiently(() -> transaction(durability, work));
  }

  /// Runs something on the writer's thread, outside of any transaction, and waits for its answer;
  /// it opens its own with [#transaction].
  public <T> T call(Supplier<T> task) {
    hurried.incrementAndGet();
    try {
      writer.giveWay();
      return callPatiently(task);
    } finally {
      hurried.decrementAndGet();
    }
  }

  /// As [#call], for what has no hurry.
  public <T> T callPatiently(Supplier<T> task) {
    return await(writing, task);
  }

  /// As [#callPatiently], without waiting.
  public void onWriter(Runnable task) {
    try {
      writing.execute(task);
    } catch (RejectedExecutionException closed) {
      throw closed(closed);
    }
  }

  /// A transaction, for code that runs on the writer's thread already.
  public <T> T transaction(Durability durability, Work<T> work) {
    try {
      T result = writer.transaction(durability, work);
      full = false;
      tendLater();
      return result;
    } catch (StoreException failure) {
      boolean isFull = failure.kind() == Kind.DISK_FULL;
      if (isFull && !full) {
        log.warn("the disk is full: nothing is written until there is room");
      }
      full = isFull;
      throw failure;
    }
  }

  /// Whoever made the log large does not wait until it is small again. On the writer's thread.
  private void tendLater() {
    if (!isTending && writer.isToBeTended()) {
      try {
        writing.execute(this::tend);
        isTending = true;
      } catch (RejectedExecutionException | OutOfMemoryError cannot) {
        log.debug("the write-ahead log stays as it is", cannot);
      }
    }
  }

  private void tend() {
    isTending = false;
    writer.tend(isWriterAwaited());
  }

  /// Whether the last write found the disk full.
  public boolean isFull() {
    return full;
  }

  /// Everything committed so far is on disk when this returns. On the writer's thread.
  public void sync() {
    writer.sync();
  }

  /// Gives back what SQLite keeps beside the file and no longer needs, if hardly anything was
  /// written since this was last called.
  public void rest() {
    callPatiently(
        () -> {
          if (!isWriterAwaited()) {
            writer.rest();
          }
          return true;
        });
  }

  /// What the disk has left, in bytes.
  public long room() {
    return connections.room();
  }

  /// Writes the file anew in its place, with every page full; nothing in it changes. Meanwhile
  /// everybody reads on and nobody writes: it gives way to whoever is in a hurry, but for the last
  /// part, in which the packed pages take the place of the others. Takes the file's size twice.
  ///
  /// @param isUnwanted asked again and again, on the writer's thread
  /// @throws StoreException with everything as it was: of the kind `CANCELLED` where somebody was
  ///     in a hurry or it was not wanted any more, `DISK_FULL` where there was too little room
  public void repack(BooleanSupplier isUnwanted) {
    callPatiently(
        () -> {
          writer.repack(connections.folder(), () -> isWriterAwaited() || isUnwanted.getAsBoolean());
          return true;
        });
  }

  /// Makes the file whole without what SQLite keeps beside it, so that it may be moved once it is
  /// closed. Nobody may read meanwhile.
  public void carryOver() {
    call(
        () -> {
          writer.carryOver();
          return true;
        });
  }

  /// Whatever keeps rows of this database in memory reads them again after a transaction failed.
  public void afterRollback(Memory memory) {
    writer.remember(memory);
  }

  /// Whether some read or write since the start has found the file damaged.
  public boolean isDamaged() {
    return damaged;
  }

  private <T> T noting(Supplier<T> task) {
    try {
      return task.get();
    } catch (StoreException failure) {
      if (failure.kind() == Kind.DAMAGED) {
        damaged = true;
      }
      throw failure;
    }
  }

  /// What was lost at opening, because the log left by the program before was damaged.
  public Optional<DamagedLog> lost() {
    return lost;
  }

  /// Whether somebody in a hurry waits for the writer: long batches give way then.
  public boolean isWriterAwaited() {
    return hurried.get() > 0;
  }

  /// Runs queries on one consistent state of the database. A [Cancellation] around it ends them.
  public <T> T read(Work<T> work) {
    Optional<Cancellation> cancellation = Cancellation.current();
    return await(reading, () -> readers.read(work, cancellation));
  }

  /// As [#read], with a connection that has read nothing before, on the calling thread: full text
  /// that is checked by one that has is compared with what was read long ago.
  public <T> T readAfresh(Work<T> work) {
    beforeWaiting.run();
    return readers.readAfresh(work, Cancellation.current());
  }

  /// Writes what the database is at this moment into a new file, on the calling thread.
  public void copyTo(Path file) {
    beforeWaiting.run();
    readers.copyTo(file);
  }

  private <T> T await(ThreadPoolExecutor threads, Supplier<T> task) {
    beforeWaiting.run();
    try {
      return noting(() -> Uninterruptibly.result(CompletableFuture.supplyAsync(task, threads)));
    } catch (RejectedExecutionException closed) {
      throw closed(closed);
    }
  }

  private static StoreException closed(Throwable cause) {
    return new StoreException(Kind.CLOSED, cause);
  }

  /// Finishes what was begun and closes the file. May be called again.
  @Override
  public void close() {
    Uninterruptibly.shutDown(writing);
    Uninterruptibly.shutDown(reading);
    readers.close();
    writer.close();
  }

  private static ThreadPoolExecutor threads(String name, int count) {
    AtomicInteger number = new AtomicInteger();
    return new ThreadPoolExecutor(
        count,
        count,
        0,
        TimeUnit.SECONDS,
        new LinkedBlockingQueue<>(),
        task ->
            Thread.ofPlatform()
                .daemon()
                .name(count == 1 ? name : name + number.incrementAndGet())
                .unstarted(task));
  }
}
