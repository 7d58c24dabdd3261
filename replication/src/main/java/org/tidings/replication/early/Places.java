package org.tidings.replication.early;

import java.time.Duration;
import java.util.concurrent.Semaphore;

/// How many peers of one kind are asked at a time, in turn, and how long one may take: what they
/// send is kept until it is stored, and who says to have much and sends nothing takes as long as
/// may be.
///
/// @param free places; to be given back
/// @param pause how long nothing of what was asked for may come, while other things do
/// @param whole how long a few feeds may take
record Places(Semaphore free, Duration pause, Duration whole) {
  /// For whom we follow. On a slow line all that was sent before comes first.
  static Places ofFollowed() {
    return new Places(new Semaphore(6, true), Duration.ofMinutes(1), Duration.ofMinutes(5));
  }

  static Places ofOthers() {
    return new Places(new Semaphore(2, true), Duration.ofSeconds(10), Duration.ofMinutes(1));
  }
}
