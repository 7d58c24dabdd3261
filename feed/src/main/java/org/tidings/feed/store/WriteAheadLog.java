package org.tidings.feed.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.LongSupplier;
import org.tidings.crypto.key.DurableFile;

/// The write-ahead log beside the file: carried over to the file after commits, kept from growing,
/// and believed no more once a sync failed. SQLite writes it anew from its beginning when all of it
/// was carried over and nobody reads what is in it just then. So by itself it stays as large as a
/// bulk load left it, and grows on where readers relieve each other. Confined to the thread
/// `feed-writer`, except where said.
final class WriteAheadLog {

  /// Many, because a bulk load changes the same pages again and again.
  static final int PAGES = 32_000;

  /// A bulk load writes more while anybody looks twice.
  private static final int FEW_ROWS = 500;

  private static final int PATIENCE_MS = 100;
  private static final int CHUNK = 1024 * 1024;
  private static final String CUT = "PRAGMA wal_checkpoint(TRUNCATE)";

  private final Connections connections;
  private final LongSupplier room;
  private final CutShort cutShort = new CutShort();
  private final Path file;
  private final long large;
  private final long step;
  private long next;
  private long changes;

  /// Of the file of these connections.
  ///
  /// @param pages how many make it large
  /// @param room what the disk has left for the file, in bytes
  WriteAheadLog(Connections connections, int pages, LongSupplier room) {
    this.connections = connections;
    this.room = room;
    this.file = connections.beside("-wal");
    this.large = (long) pages * Connections.PAGE_BYTES;
    this.step = large / 8;
    this.next = large;
  }

  /// Settings of the connection that writes, which has the log open already. SQLite would carry it
  /// over by itself after a commit, and sync the name of a new one, but tells nobody when that
  /// fails.
  void prepare(Tx tx) {
    tx.execute("PRAGMA wal_autocheckpoint = 0");
    tx.execute("PRAGMA journal_size_limit = " + step);
    try {
      DurableFile.syncFolderOf(file);
    } catch (IOException failure) {
      throw StoreException.ofFile(
          "The disk does not promise to keep what we write.", file, failure);
    }
  }

  /// Writes what a program before left once more, as it is. Where a sync failed, the system may
  /// hand out as written what never came to the disk, and tells so no second time: what was
  /// committed behind such a hole would be lost with the power. Before anybody has the file open to
  /// write.
  void writeAgain() {
    if (bytes() == 0 || !Files.isWritable(file)) {
      return; // SQLite says why nothing can be written
    }
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      ByteBuffer chunk = ByteBuffer.allocateDirect(CHUNK);
      for (long at = 0; read(channel, chunk, at) > 0; at += chunk.limit(), chunk.clear()) {
        chunk.flip();
        while (chunk.hasRemaining()) {
          channel.write(chunk, at + chunk.position());
        }
      }
      channel.force(false);
    } catch (IOException failure) {
      throw StoreException.ofFile(
          "What was saved last cannot be written to the disk once more.", file, failure);
    }
  }

  private int read(FileChannel channel, ByteBuffer chunk, long at) {
    try {
      return channel.read(chunk, at);
    } catch (IOException failure) {
      throw unreadable(file, failure);
    }
  }

  static StoreException unreadable(Path file, IOException failure) {
    return StoreException.ofFile(
        "What was saved last cannot be read from the disk.", file, failure);
  }

  /// Whether there is something to do for [#tend].
  boolean isLarge() {
    long bytes = bytes();
    if (bytes < large) {
      next = large;
    }
    return bytes >= next || isTooLarge(bytes);
  }

  /// The file may grow by as much as the log takes.
  private boolean isTooLarge(long bytes) {
    return bytes > CHUNK && bytes > room.getAsLong();
  }

  /// Between two transactions: carries a large log over as far as nobody reads it, unless somebody
  /// wants to write; once it is half as large again, all the same, and then waits for those that
  /// read now. The same once it has grown by a step more. One that takes more than the disk has
  /// left does so at once.
  ///
  /// @param isInTheWay whether somebody wants to write already
  /// @throws StoreException of the kind `UNCERTAIN` where nobody knows any more what is on the disk
  void tend(Tx tx, boolean isInTheWay) {
    if (isLarge()) {
      long bytes = bytes();
      boolean isUrgent = isTooLarge(bytes) || bytes >= large + large / 2;
      if (isUrgent) {
        next = bytes + step;
        cut(tx, PATIENCE_MS);
      } else if (!isInTheWay) {
        next = bytes + step;
        cutShort.run(tx, "PRAGMA wal_checkpoint(PASSIVE)");
      }
    }
  }

  /// Somebody wants to write: what is carried over and may wait is left for later. From any thread.
  void giveWay() {
    cutShort.now();
  }

  /// Gives its room back if hardly anything was written since this was last asked for; readers are
  /// not waited for, and whoever wants to write does not wait. Between two transactions.
  ///
  /// @throws StoreException as [#tend]
  void rest(Tx tx) {
    long before = changes;
    changes = tx.one("SELECT total_changes()", row -> row.number(1)).orElseThrow();
    if (changes - before < FEW_ROWS && bytes() > step) {
      withPatience(tx, 0, () -> cutShort.run(tx, CUT));
    }
  }

  /// Carries it over and gives its room back, unless somebody reads it for longer. Between two
  /// transactions.
  ///
  /// @throws StoreException as [#tend]
  void giveBack(Tx tx) {
    cut(tx, PATIENCE_MS);
  }

  /// Closes the connection that writes, and has the next start find the log and carry over all of
  /// it. Who closes the file last carries over what SQLite believes is missing in it, and deletes
  /// the log; one that only reads cannot.
  void outlive(Tx tx) {
    Tx last = new Tx(connections.reader());
    try {
      last.one("SELECT 1 FROM sqlite_schema", row -> true);
      tx.close();
    } finally {
      last.close();
    }
  }

  private long bytes() {
    return file.toFile().length();
  }

  private static void cut(Tx tx, int patienceMs) {
    withPatience(tx, patienceMs, () -> tx.execute(CUT));
  }

  private static void withPatience(Tx tx, int patienceMs, Runnable task) {
    tx.execute("PRAGMA busy_timeout = " + patienceMs);
    try {
      task.run();
    } finally {
      tx.execute("PRAGMA busy_timeout = " + Connections.BUSY_TIMEOUT_MS);
    }
  }
}
