package org.tidings.replication.muxrpc;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/// When the peer of one connection last showed that it is there, and whether something that was
/// sent waits for that. The reading and the writing thread note what they do; anybody may ask.
/// Times are those of [System#nanoTime]. Thread-safe.
final class LifeSigns {
  /// What takes so long to be written waits until the peer has taken in something of what went
  /// before; and what has us wait for so long was not here already.
  private static final long WAITED = Duration.ofMillis(50).toNanos();

  private static final long NEVER = 0;

  private final AtomicLong sentSince = new AtomicLong(NEVER);
  private final AtomicLong waited = new AtomicLong();
  private volatile long heardAt;
  private volatile long tookInAt;
  private volatile long listeningSince = NEVER;
  private volatile long writingSince = NEVER;
  private long began;
  private volatile boolean amidFrame;

  LifeSigns(long nowNanos) {
    heardAt = nowNanos;
    tookInAt = nowNanos;
  }

  /// We wait for whatever comes. On the reading thread, as the next two.
  void listens(long nowNanos) {
    listeningSince = nowNanos | 1;
  }

  /// Something came, be it a part of a frame. Until we listen again it is on us that nothing comes.
  void came(long nowNanos) {
    long since = listeningSince;
    listeningSince = NEVER;
    waited.addAndGet(since == NEVER ? 0 : nowNanos - since);
    sentSince.set(NEVER);
    amidFrame = true;
  }

  /// A frame is complete.
  void heard(long nowNanos) {
    heardAt = nowNanos;
    amidFrame = false;
  }

  /// Whether more has come than frames that are complete.
  boolean isAmidFrame() {
    return amidFrame;
  }

  /// Something is written. On the writing thread, as the next two.
  ///
  /// @param isAnswered whether the peer may have something to say to it
  void writes(long nowNanos, boolean isAnswered) {
    began = nowNanos;
    writingSince = nowNanos | 1;
    if (isAnswered) {
      sentSince.compareAndSet(NEVER, nowNanos | 1);
    }
  }

  /// A part of it is written.
  void goesOn(long nowNanos) {
    tookIn(nowNanos);
    writingSince = nowNanos | 1;
  }

  /// It is written.
  void written(long nowNanos) {
    tookIn(nowNanos);
    writingSince = NEVER;
  }

  private void tookIn(long nowNanos) {
    if (nowNanos - began > WAITED) {
      tookInAt = nowNanos;
      waited.addAndGet(writingSince == NEVER ? 0 : nowNanos - writingSince);
    }
  }

  /// For how long in all, in nanoseconds, we have waited for what has come since, or was taken in.
  long waited() {
    return waited.get();
  }

  /// Whether the peer has shown that it is there since we had waited for so long: something has
  /// come that was not here already then, as what the system keeps for us is, or was taken in.
  boolean hasShownSince(long waitedThen) {
    return waited() - waitedThen > WAITED;
  }

  /// Whether no frame came for so long, whoever is to blame.
  boolean isSilent(long nowNanos, Duration patience) {
    return nowNanos - heardAt > patience.toNanos();
  }

  /// Whether for so long nothing of what is written was taken.
  boolean isUnread(long nowNanos, Duration patience) {
    return hasLasted(writingSince, nowNanos, patience);
  }

  /// Whether for so long nothing came though we listened, and the peer did not take in anything
  /// either, as far as that shows: it does where we had to wait with what we write.
  boolean isQuiet(long nowNanos, Duration patience) {
    return hasLasted(listeningSince, nowNanos, patience)
        && nowNanos - tookInAt > patience.toNanos();
  }

  /// Whether something was sent so long ago that may be answered, and nothing has come since.
  boolean isOwedAnswer(long nowNanos, Duration patience) {
    return hasLasted(sentSince.get(), nowNanos, patience);
  }

  private static boolean hasLasted(long since, long nowNanos, Duration patience) {
    return since != NEVER && nowNanos - since > patience.toNanos();
  }
}
