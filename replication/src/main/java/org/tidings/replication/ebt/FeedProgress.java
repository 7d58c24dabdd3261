package org.tidings.replication.ebt;

import org.jspecify.annotations.Nullable;

/// How far we have one feed, and from whom it comes. Confined to its [EbtState].
final class FeedProgress {
  private static final long NEVER = Long.MIN_VALUE;

  /// The last stored message, 0 for none.
  long ours;

  /// The last message handed on to be stored.
  long arriving;

  /// The log has spoken about this feed, even if to say that it has nothing.
  boolean stored;

  /// The one peer we have asked to send.
  @Nullable Session source;

  /// When it was asked, in ms.
  long askedAt = NEVER;

  /// When somebody first said to have more than we have, in ms.
  long owedAt = NEVER;

  /// When we began to count what the source brings, in ms.
  long countedFrom = NEVER;

  /// How many messages it has brought since.
  int brought;

  /// How many of all feeds it had brought by then.
  private long broughtBefore;

  /// When a message last came, in ms.
  long progressAt = NEVER;

  /// Who sent it.
  @Nullable Session deliverer;

  /// How often in a row our store has not kept what came next.
  int failures;

  /// Where it has not, the feed is not asked for again before that, in ms.
  long notBefore = NEVER;

  /// The peer is the one that is asked to send from now on.
  void askedOf(Session peer, long now) {
    source = peer;
    askedAt = now;
    countFrom(now);
  }

  /// What the source brings is counted anew.
  void countFrom(long now) {
    countedFrom = now;
    brought = 0;
    broughtBefore = source == null ? 0 : source.brought;
  }

  /// How many messages the source has brought since, of all feeds.
  long broughtOfAll() {
    return source == null ? 0 : source.brought - broughtBefore;
  }

  /// The peer sent the next message.
  void wentOn(Session by, long sequence, long now) {
    arriving = sequence;
    deliverer = by;
    progressAt = now;
    if (by == source) {
      brought++;
    }
  }

  /// Whether it is to be asked for again, but not yet.
  boolean isPostponed() {
    return askedAt < notBefore;
  }

  /// What our store has not kept, or lost, is of the past.
  void storeWorks() {
    failures = 0;
    notBefore = NEVER;
  }

  /// The last message that is stored or about to be.
  long reached() {
    return Math.max(ours, arriving);
  }
}
