package org.tidings.feed.crash;

import java.nio.file.Path;

/// What a [FaultyWriter] is told to do, and what its disk does meanwhile. Immutable.
///
/// @param task what to do with the store
/// @param nth which call to the disk, sync of a file, page of the database or reading fails; 0:
/// none
/// @param failure how
/// @param log where calls are logged; empty: nowhere
/// @param folder the parent of data and state
record Order(String task, long nth, Failure failure, String log, Path folder) {

  private static final int EIO = 5;
  private static final int ENOSPC = 28;

  /// How calls fail.
  enum Failure {
    BROKEN_ONCE(EIO, false, Of.CHANGES),
    FULL_ONCE(ENOSPC, false, Of.CHANGES),
    BROKEN_FROM_THEN_ON(EIO, true, Of.CHANGES),
    FULL_FROM_THEN_ON(ENOSPC, true, Of.CHANGES),
    UNSYNCED_ONCE(EIO, false, Of.SYNCS),
    UNREADABLE(EIO, true, Of.PAGES),
    UNREAD_ONCE(EIO, false, Of.READS),
    UNREAD_FROM_THEN_ON(EIO, true, Of.READS);

    final int error;
    final boolean isForEver;
    final Of of;

    Failure(int error, boolean isForEver, Of of) {
      this.error = error;
      this.isForEver = isForEver;
      this.of = of;
    }

    /// What fails, as the shim numbers it.
    enum Of {
      CHANGES(0),
      SYNCS(1),
      PAGES(2),
      READS(3);

      final int number;

      Of(int number) {
        this.number = number;
      }
    }
  }

  /// On a disk that is sound.
  static Order of(String task, Path folder) {
    return new Order(task, 0, Failure.BROKEN_ONCE, "", folder);
  }

  Order failing(long call, Failure how) {
    return new Order(task, call, how, log, folder);
  }

  Order logged(Path to) {
    return new Order(task, nth, failure, to.toString(), folder);
  }

  static Order parse(String line) {
    String[] words = line.split(" ", 5);
    return new Order(
        words[0], Long.parseLong(words[1]), Failure.valueOf(words[2]), words[3], Path.of(words[4]));
  }

  /// As [#parse] reads it.
  @Override
  public String toString() {
    return "%s %d %s %s %s".formatted(task, nth, failure, log, folder);
  }
}
