package org.tidings.feed.store;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/// The connections that read, opened as they are needed and used again. Thread-safe: each is lent
/// to one thread at a time. A [Cancellation] ends the work it is handed.
final class Readers {

  private final Connections connections;
  private final BlockingQueue<Tx> idle;

  /// @param most so many threads will read at once
  Readers(Connections connections, int most) {
    this.connections = connections;
    this.idle = new ArrayBlockingQueue<>(most);
  }

  /// Runs queries on one consistent state of the database, on the calling thread.
  <T> T read(Work<T> work, Optional<Cancellation> cancellation) {
    Tx tx = idle.poll();
    if (tx == null) {
      // At most one for each thread; most starts are over before the second is wanted.
      tx = new Tx(connections.reader());
    }
    try {
      return consistently(tx, work, cancellation);
    } finally {
      idle.add(tx);
    }
  }

  /// The same with a connection that has read nothing before.
  <T> T readAfresh(Work<T> work, Optional<Cancellation> cancellation) {
    Tx tx = new Tx(connections.reader());
    try {
      return consistently(tx, work, cancellation);
    } finally {
      tx.close();
    }
  }

  private static <T> T consistently(Tx tx, Work<T> work, Optional<Cancellation> cancellation) {
    tx.control("BEGIN");
    try {
      return cancellation.isPresent() ? cancellation.get().guard(tx, work) : work.in(tx);
    } finally {
      tx.control("COMMIT");
    }
  }

  /// Writes what the database is at this moment into a new file, on the calling thread.
  void copyTo(Path file) {
    Tx tx = new Tx(connections.reader());
    try {
      tx.execute("VACUUM INTO '" + file.toString().replace("'", "''") + "'");
    } finally {
      tx.close();
    }
  }

  /// Once nobody reads any more.
  void close() {
    List<Tx> open = new ArrayList<>();
    idle.drainTo(open);
    open.forEach(Tx::close);
  }
}
