package org.tidings.replication.ebt;

import org.jspecify.annotations.Nullable;
import org.tidings.feed.ref.FeedId;

/// How long is waited for the one peer that is asked for a feed, and who may have it then: decision
/// 0010. Stateless.
final class Waiting {
  /// A peer that sends nothing new for so long, in ms, although it said to have more, has stalled.
  static final long SILENCE = 3_000;

  /// It may be silent for such a part of the time that its feeds may wait, but no longer than for
  /// our patience.
  private static final int PAUSES = 4;

  /// So long, in ms, a peer may send other feeds before one that it owes us goes to another.
  static final long PATIENCE = 10_000;

  /// So long, in ms, before it is asked again where no other has it: on a slow line much may be
  /// under way, and would come twice.
  private static final long PATIENCE_WITH_THE_ONLY_ONE = 30_000;

  /// So many messages of a feed a stranger has to bring in the time of our patience while somebody
  /// we follow has them; or of all feeds together while another stranger has them.
  private static final int LEAST_OF_A_STRANGER = Session.PAGE;

  /// So long, in ms, before whom we follow is asked in a stranger's place after it has stalled: on
  /// a slow line it may only have been busy with other feeds.
  private static final long REST = 30_000;

  private Waiting() {}

  /// Whether a stranger brings so little of a feed that another may have it.
  static boolean isTooSlow(FeedProgress progress, Session source) {
    return !source.followed && progress.brought < LEAST_OF_A_STRANGER;
  }

  /// Whether another that has the feed may take it from such a stranger: whom we follow, unless the
  /// stranger brings something of all feeds and they are busy themselves; or another stranger that
  /// may be faster.
  static boolean maySupplant(
      Session other, Session source, FeedId feed, FeedProgress progress, long now) {
    Link link = other.link(feed);
    boolean bringsLittle = progress.broughtOfAll() < LEAST_OF_A_STRANGER;
    return other.followed
        ? hasRested(link, now) && (bringsLittle || isMuchBusier(source, other))
        : bringsLittle && link.mayBeAsked(now) && link.pace > progress.brought;
  }

  private static boolean hasRested(Link link, long now) {
    return !link.hasStalled() || now - link.stalledAt >= REST;
  }

  /// Whoever lets many feeds wait for their turn is most likely on a slow line, where much is under
  /// way, and would come twice. But whoever owes us less can help, and no stranger has a feed for
  /// longer that way while whom we follow could send it.
  ///
  /// @param next who would have the feed then, if anybody
  static long patience(
      FeedId feed, FeedProgress progress, Session source, @Nullable Session next, long now) {
    long silence = now - source.heardAt;
    if (next == null) {
      long least = Math.max(PATIENCE_WITH_THE_ONLY_ONE, source.link(feed).rest());
      return silence >= PATIENCE_WITH_THE_ONLY_ONE ? least : source.patience(least);
    }
    return helps(next, source, progress, now) || silence >= silence(source)
        ? PATIENCE
        : source.patience(PATIENCE);
  }

  /// A stranger may help whom we follow with as many feeds as it has brought pages, so that one
  /// that only claims has one at a time; and goes on with them while it brings something.
  private static boolean helps(Session next, Session source, FeedProgress progress, long now) {
    if (next.followed == source.followed) {
      return isMuchBusier(source, next);
    }
    return next.followed
        ? !brings(progress, now) || isMuchBusier(source, next)
        : isMuchBusier(source, next) && next.owed <= next.brought / Session.PAGE;
  }

  /// Whether the source has brought some of all feeds while it was counted, or may still.
  private static boolean brings(FeedProgress progress, long now) {
    return progress.broughtOfAll() >= LEAST_OF_A_STRANGER || now - progress.countedFrom < PATIENCE;
  }

  private static boolean isMuchBusier(Session one, Session other) {
    return other.owed * 2 < one.owed;
  }

  /// How long the peer may send nothing new though it owes us something: on a slow line something
  /// else, a piece of a blob say, takes a while.
  static long silence(Session source) {
    return Math.min(Math.max(SILENCE, source.patience(0) / PAUSES), PATIENCE);
  }

  /// How long nothing of the feed has come that was owed, in ms.
  static long since(FeedProgress progress, long now) {
    return now - Math.max(progress.owedAt, Math.max(progress.progressAt, progress.askedAt));
  }
}
