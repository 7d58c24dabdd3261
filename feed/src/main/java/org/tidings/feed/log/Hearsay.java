package org.tidings.feed.log;

import java.time.Duration;
import java.time.Instant;

/// How far peers have told, since the start, to hold our own feed, without a message that proves
/// it. The word of those we know stays. Strangers cost nothing to make, and whoever holds messages
/// of ours that we lack is asked for them at once; so what strangers told counts for ten minutes
/// from the first of them, and for as long at most in each hour. Not thread-safe: guarded by the
/// lock of the gate.
final class Hearsay {

  static final Duration OF_STRANGERS = Duration.ofMinutes(10);
  private static final Duration AGAIN = Duration.ofHours(1);

  private long ofKnown;
  private long ofStrangers;
  private Instant firstStranger = Instant.MIN;

  /// A peer says to hold our own feed up to there, which never left as far as we know.
  void told(boolean known, long sequence, Instant now) {
    if (known) {
      ofKnown = Math.max(ofKnown, sequence);
      return;
    }
    if (!firstStranger.plus(AGAIN).isAfter(now)) {
      firstStranger = now;
      ofStrangers = 0;
    }
    ofStrangers = Math.max(ofStrangers, sequence);
  }

  /// The highest number that still counts.
  long most(Instant now) {
    boolean strangersCount = firstStranger.plus(OF_STRANGERS).isAfter(now);
    return strangersCount ? Math.max(ofKnown, ofStrangers) : ofKnown;
  }
}
