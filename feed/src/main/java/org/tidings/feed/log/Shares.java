package org.tidings.feed.log;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import org.tidings.feed.message.Verdict;

/// The room in the pipeline, and who has how much of it. All who have something on its way, or wait
/// for that, may have an equal part of it, so that nobody crowds others out, however fast and on
/// however many streams. What a peer sends may be worth nothing, and has to be verified all the
/// same: a peer begins with little, and for each of its messages that was stored it may have one
/// more on its way, until nothing of it is.
///
/// Guarded by one lock, which whoever calls must hold.
final class Shares {

  /// So many messages of a peer are verified before one of them has turned out to be good.
  static final int UNPROVEN = 128;

  private final ReentrantLock lock;
  private final int messages;
  private final int bytes;
  private final Map<Origin, Share> all = new HashMap<>();
  private int messagesTaken;
  private int bytesTaken;

  /// What one of them has on its way; what is inside has not been taken out.
  private static final class Share {
    final Condition changed;
    int most;
    int messages;
    int inside;
    int bytes;
    int waiting;

    Share(Condition changed, int most) {
      this.changed = changed;
      this.most = most;
    }
  }

  /// @param messages on their way, until their fate has been told
  /// @param bytes of those that have not been taken out
  Shares(ReentrantLock lock, int messages, int bytes) {
    this.lock = lock;
    this.messages = messages;
    this.bytes = bytes;
  }

  /// Waits for room, with the lock let go. Returns whether the offer has it: not once that is over.
  boolean take(Offer offer, BooleanSupplier over) throws InterruptedException {
    Share share = all.computeIfAbsent(offer.origin(), this::empty);
    share.waiting++;
    try {
      while (!over.getAsBoolean() && !fits(offer, share)) {
        share.changed.await();
      }
      if (over.getAsBoolean()) {
        return false;
      }
      share.messages++;
      messagesTaken++;
      enter(share, 1, offer.bytes());
      share.changed.signal();
      return true;
    } finally {
      share.waiting--;
      forgetIfUnused(offer.origin(), share);
    }
  }

  /// These were taken out, and are no longer kept.
  void takenOut(List<Offer> offers) {
    for (Offer offer : offers) {
      Share share = share(offer);
      enter(share, -1, -offer.bytes());
      forgetIfUnused(offer.origin(), share);
    }
    wake();
  }

  /// The fate of these has been told.
  void told(List<Offer> offers) {
    for (Offer offer : offers) {
      Share share = share(offer);
      share.messages--;
      messagesTaken--;
      if (offer.verdict() instanceof Verdict.Accepted && share.most < messages) {
        share.most++;
      }
      forgetIfUnused(offer.origin(), share);
    }
    wake();
  }

  /// Whoever waits is to look again.
  void wakeAll() {
    all.values().forEach(share -> share.changed.signalAll());
  }

  /// One of each is enough: whoever finds room wakes the next.
  private void wake() {
    all.values().forEach(share -> share.changed.signal());
  }

  private Share empty(Origin origin) {
    int most =
        switch (origin) {
          case Origin.FromPeer peer -> UNPROVEN;
          case Origin.Import imported -> messages;
        };
    return new Share(lock.newCondition(), most);
  }

  private Share share(Offer offer) {
    Share share = all.get(offer.origin());
    if (share == null) {
      throw new IllegalStateException("no room was taken for that");
    }
    return share;
  }

  private boolean fits(Offer offer, Share share) {
    int part = Math.min(share.most, Math.max(UNPROVEN, messages / all.size()));
    boolean isFirst = share.bytes == 0;
    return share.messages < part
        && messagesTaken < messages
        && (isFirst || share.bytes + offer.bytes() <= bytes / all.size())
        && bytesTaken + offer.bytes() <= bytes;
  }

  private void enter(Share share, int messages, int bytes) {
    share.inside += messages;
    share.bytes += bytes;
    bytesTaken += bytes;
  }

  private void forgetIfUnused(Origin origin, Share share) {
    if (share.messages == 0 && share.inside == 0 && share.waiting == 0) {
      all.remove(origin);
      wake();
    }
  }
}
