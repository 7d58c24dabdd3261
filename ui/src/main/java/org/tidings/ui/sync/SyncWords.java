package org.tidings.ui.sync;

import java.time.Duration;
import org.tidings.replication.ebt.SyncProgress;
import org.tidings.ui.common.Texts;

/// What is said about catching up, in a person's words. Thread-safe.
public final class SyncWords {
  private SyncWords() {}

  /// All of it in a line.
  public static String brief(Syncing now) {
    return Texts.of("sync.line", now.progress().messages(), now.progress().messagesDone());
  }

  /// How many messages, and of how many people.
  static String done(SyncProgress now) {
    long people = now.feedsDone() + now.feedsLeft();
    return Texts.of("sync.messages", now.messages(), now.messagesDone())
        + " · "
        + Texts.of("sync.people", people, now.feedsDone());
  }

  /// How fast, and how long it takes at this rate.
  static String pace(SyncProgress now) {
    return now.timeLeft()
        .map(left -> rate(now.perSecond()) + " · " + left(left))
        .orElseGet(() -> Texts.of("sync.waiting"));
  }

  /// From whom how much is still to come.
  static String from(Syncing.From from) {
    return Texts.of("sync.from", from.messages(), from.name());
  }

  private static String rate(double perSecond) {
    return Texts.of("sync.rate", Math.max(1, Math.round(perSecond)));
  }

  private static String left(Duration left) {
    if (left.toMinutes() < 1) {
      return Texts.of("sync.left.soon");
    }
    if (left.toHours() < 1) {
      return Texts.of("sync.left.minutes", left.toMinutes());
    }
    return left.toDays() < 1
        ? Texts.of("sync.left.hours", left.toHours())
        : Texts.of("sync.left.days");
  }
}
