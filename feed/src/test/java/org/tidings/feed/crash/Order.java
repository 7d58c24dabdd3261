package org.tidings.feed.crash;

import java.nio.file.Path;

/// What a [FaultyWriter] is told to do, and what its disk does meanwhile. Immutable.
///
/// @param task what to do with the store
/// @param nth which call to the disk fails; 0: none
/// @param failure how
/// @param log where calls are logged; empty: nowhere
/// @param folder the parent of data and state
record Order(String task, long nth, Failure failure, String log, Path folder) {

  private static final int EIO = 5;
  private static final int ENOSPC = 28;

  /// How calls fail.
  enum Failure {
    BROKEN_ONCE(EIO, false),
    FULL_ONCE(ENOSPC, false),
    BROKEN_FROM_THEN_ON(EIO, true),
    FULL_FROM_THEN_ON(ENOSPC, true);

    final int error;
    final boolean isForEver;

    Failure(int error, boolean isForEver) {
      this.error = error;
      this.isForEver = isForEver;
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
