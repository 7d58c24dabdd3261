package org.tidings.replication.ebt;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.tidings.feed.ref.FeedId;

/// From whom each feed is fetched: from one peer at a time, so that no message comes twice, and
/// from another as soon as that one has no more or falls silent. Confined to its [EbtState].
///
/// The peer asked first keeps a feed even while it has nothing new: so live messages come at once.
/// See decision 0010.
final class Sources {
  /// So long, in ms, before what our store did not keep is asked for again; twice as long each time
  /// in a row, so many times.
  private static final long PAUSE = 2_000;

  private static final int MOST_DOUBLINGS = 6;

  private final Map<FeedId, Session> sessions;
  private final Map<FeedId, FeedProgress> feeds = new HashMap<>();

  /// Feeds of which somebody said to have more than we have.
  private final Set<FeedId> awaited = new LinkedHashSet<>();

  /// @param sessions the open streams by peer, in the order they were opened
  Sources(Map<FeedId, Session> sessions) {
    this.sessions = sessions;
  }

  FeedProgress of(FeedId feed) {
    return feeds.computeIfAbsent(feed, key -> new FeedProgress());
  }

  /// Feeds of which somebody said to have more than we have; some may have come meanwhile.
  Set<FeedId> awaited() {
    return awaited;
  }

  /// The last message of the feed that a peer says to have beyond ours and that we could take from
  /// it, as far as it is believed; 0 where there is none.
  long most(FeedId feed) {
    long most = 0;
    for (Session session : sessions.values()) {
      Link link = session.links.get(feed);
      if (link != null && link.isBelievedAhead(of(feed).ours)) {
        most = Math.max(most, link.claim);
      }
    }
    return most;
  }

  /// Nobody has sent what they say to have of the feed.
  void unkept(FeedId feed) {
    for (Session session : sessions.values()) {
      Link link = session.links.get(feed);
      if (link != null && link.isAhead(of(feed).ours)) {
        link.unkept = true;
      }
    }
  }

  /// Says how far we have the feed, and asks for more if nobody else is asked.
  void ask(Session session, FeedId feed, long now) {
    FeedProgress progress = of(feed);
    if (progress.source == null) {
      progress.askedOf(session, now);
      session.link(feed).asks(now);
    }
    tell(session, feed, progress);
  }

  /// Says how far we have the feed, and goes on asking or not asking as before.
  void tell(Session session, FeedId feed, FeedProgress progress) {
    boolean receive = progress.source == session;
    long sequence = receive ? progress.reached() : progress.ours;
    session.tell(feed, session.link(feed), Note.of(sequence, receive));
  }

  /// Says to an author how far we have what it wrote, once nothing of that is under way any more:
  /// else it hears so only when we meet again.
  void acknowledge(Session author, long now) {
    Link link = author.links.get(author.peer);
    if (link != null && link.isBehind(of(author.peer).ours)) {
      FeedProgress progress = of(author.peer);
      boolean isStill = progress.reached() == progress.ours && !link.isAhead(progress.ours);
      if (isStill && now - progress.progressAt >= Waiting.SILENCE) {
        tell(author, author.peer, progress);
      }
    }
  }

  /// What was to be appended after that message was not: peers that were told otherwise are told
  /// again.
  void fellBack(FeedId feed, long sequence) {
    FeedProgress progress = of(feed);
    progress.arriving = Math.clamp(sequence, progress.ours, progress.reached());
    for (Session session : sessions.values()) {
      Link link = session.links.get(feed);
      if (link != null && link.told != null && link.told.sequence() > progress.reached()) {
        tell(session, feed, progress);
      }
    }
  }

  /// Says again from where we need the feed; once, until it has moved. Whoever goes on with
  /// something else may be replaced by somebody who has what we need. Not while our own store is to
  /// blame: then nobody else's message would fare better.
  void complain(Session session, FeedId feed, long now) {
    FeedProgress progress = of(feed);
    Link link = session.link(feed);
    if (progress.isPostponed()) {
      return;
    }
    awaited.add(feed);
    if (link.missedAt != progress.ours && link.isAsked()) {
      link.missedAt = progress.ours;
      tell(session, feed, progress);
    } else if (progress.source == session) {
      link.stalledAt = now;
      settle(feed, now);
    }
  }

  /// Our store did not keep what came: it is asked for again after a while.
  void unstored(FeedId feed, long now) {
    FeedProgress progress = of(feed);
    fellBack(feed, 0);
    awaited.add(feed);
    if (now >= progress.notBefore) {
      progress.notBefore = now + (PAUSE << Math.min(progress.failures, MOST_DOUBLINGS));
      progress.failures++;
    }
  }

  /// The peer says to have more: it becomes the source unless another has more to give, or is about
  /// to.
  void claimed(Session session, FeedId feed, long now) {
    FeedProgress progress = of(feed);
    if (awaited.add(feed)) {
      progress.owedAt = now;
      session.link(feed).owesSince = now;
      progress.countFrom(now);
    }
    if (progress.source != session
        && (!isAhead(progress.source, feed) || isMoreReliable(session, progress.source, feed))
        && !isInStep(progress, session.link(feed), feed)) {
      move(feed, session, now);
    }
  }

  private static boolean isMoreReliable(Session session, @Nullable Session source, FeedId feed) {
    return source != null && source.link(feed).hasStalled() && !session.link(feed).hasStalled();
  }

  /// Whether the news is one message and the source had all before: then the same message is most
  /// likely on its way from there, and the next tick is early enough to ask another.
  private static boolean isInStep(FeedProgress progress, Link news, FeedId feed) {
    Link link = progress.source == null ? null : progress.source.links.get(feed);
    return link != null
        && !link.unwanted
        && link.claim > 0
        && link.claim == progress.reached()
        && news.claim == link.claim + 1;
  }

  /// Our log went on: if the source has nothing more and another has, it goes on from there.
  void advanced(FeedId feed, long now) {
    if (awaited.contains(feed) && !isAhead(of(feed).source, feed)) {
      settle(feed, now);
    }
  }

  /// The peer sent what we had: it need not go on, and whoever was faster may; where nobody was,
  /// others are asked before it. But no stranger takes a feed from whom we follow by a message that
  /// it was not asked for.
  void duplicated(Session session, FeedId feed, long now) {
    FeedProgress progress = of(feed);
    if (progress.source != session) {
      return;
    }
    Session faster = progress.deliverer;
    if (faster != null && session.followed && !faster.followed) {
      awaited.add(feed);
    } else if (faster != null && faster != session && faster.links.containsKey(feed)) {
      move(feed, faster, now);
    } else {
      session.link(feed).stalledAt = now;
      leave(session, feed);
      tell(session, feed, progress);
      awaited.add(feed);
    }
  }

  /// Does without that peer as a source of the feed; the next tick or note finds another.
  void leave(Session session, FeedId feed) {
    FeedProgress progress = of(feed);
    if (progress.source == session) {
      progress.source = null;
      awaited.add(feed);
    }
  }

  /// Finds another source for the feed, if one has more than we have.
  void settle(FeedId feed, long now) {
    Session next = nextAhead(feed, of(feed).source, now);
    if (next != null) {
      move(feed, next, now);
    }
  }

  /// The stream with the peer is gone, and what it was to send comes from others.
  void closed(Session session, long now) {
    List<FeedId> orphans = new ArrayList<>();
    feeds.forEach(
        (feed, progress) -> {
          if (progress.deliverer == session) {
            progress.deliverer = null;
          }
          if (progress.source == session) {
            progress.source = null;
            orphans.add(feed);
          }
        });
    orphans.forEach(feed -> settle(feed, now));
  }

  /// Moves feeds on from peers that have stalled, and asks again for what could not be stored.
  void tick(long now) {
    sessions.values().forEach(Session::tick);
    awaited.stream().map(this::owedBy).flatMap(Optional::stream).forEach(one -> one.owed++);
    // Those asked for last come first: the others are the likelier to be under way.
    for (FeedId feed : List.copyOf(awaited).reversed()) {
      FeedProgress progress = of(feed);
      Session source = progress.source;
      if (progress.isPostponed()) {
        again(feed, progress, now);
      } else if (source == null || !isAhead(source, feed)) {
        settle(feed, now);
        if (progress.source == source && isNobodyAhead(feed)) {
          awaited.remove(feed);
        }
      } else if (Waiting.since(progress, now) >= Waiting.PATIENCE) {
        stuck(feed, progress, source, now);
      } else if (now - Math.max(source.heardAt, progress.askedAt) >= Waiting.silence(source)) {
        source.link(feed).stalledAt = now;
        settle(feed, now);
      } else if (now - progress.countedFrom >= Waiting.PATIENCE) {
        counted(feed, progress, source, now);
      }
    }
  }

  private Optional<Session> owedBy(FeedId feed) {
    return Optional.ofNullable(of(feed).source).filter(source -> isAhead(source, feed));
  }

  /// Anybody can keep a feed for ever by a message now and then: a stranger that brings few does
  /// not keep it from whom we follow, nor from a stranger that may be faster.
  private void counted(FeedId feed, FeedProgress progress, Session source, long now) {
    Session next =
        Waiting.isTooSlow(progress, source)
            ? nextAhead(
                feed, source, other -> Waiting.maySupplant(other, source, feed, progress, now))
            : null;
    if (next != null) {
      source.link(feed).pace = progress.brought;
      move(feed, next, now);
    } else {
      progress.countFrom(now);
    }
  }

  private void again(FeedId feed, FeedProgress progress, long now) {
    if (now >= progress.notBefore) {
      progress.askedAt = now;
      if (progress.source != null && isAhead(progress.source, feed)) {
        tell(progress.source, feed, progress);
      } else {
        settle(feed, now);
      }
    }
  }

  private void move(FeedId feed, Session to, long now) {
    FeedProgress progress = of(feed);
    Session from = progress.source;
    progress.askedOf(to, now);
    to.link(feed).asks(now);
    awaited.add(feed);
    if (from != null && from != to) {
      tell(from, feed, progress);
    }
    to.link(feed).owesSince = now;
    tell(to, feed, progress);
  }

  private boolean isAhead(@Nullable Session session, FeedId feed) {
    if (session == null || !session.greeted) {
      return false;
    }
    Link link = session.links.get(feed);
    return link != null && link.isAhead(of(feed).reached());
  }

  private boolean isNobodyAhead(FeedId feed) {
    return sessions.values().stream().noneMatch(session -> isAhead(session, feed));
  }

  /// Who is asked after `before`, of those who have more and may be asked by now: whom we follow
  /// first, unless one of them was asked just before; then who has not stalled, or longest ago; and
  /// those in turn. So anybody who says to have more and does not send it costs one wait between
  /// two friends, however many they are.
  private @Nullable Session nextAhead(FeedId feed, @Nullable Session before, long now) {
    return nextAhead(feed, before, session -> session.link(feed).mayBeAsked(now));
  }

  private @Nullable Session nextAhead(
      FeedId feed, @Nullable Session before, Predicate<Session> mayBeAsked) {
    List<Session> inTurn = new ArrayList<>(sessions.values());
    Collections.rotate(inTurn, -inTurn.indexOf(before) - 1);
    Comparator<Session> friends = Comparator.comparing(session -> !session.followed);
    Comparator<Session> reliable =
        Comparator.comparingLong(session -> session.link(feed).stalledAt);
    return inTurn.stream()
        .filter(session -> session != before && isAhead(session, feed))
        .filter(mayBeAsked)
        .min(
            (before != null && before.followed
                    ? reliable.thenComparing(friends)
                    : friends.thenComparing(reliable))
                .thenComparingInt(session -> session.owed))
        .orElse(null);
  }

  private void stuck(FeedId feed, FeedProgress progress, Session source, long now) {
    long reached = progress.arriving;
    progress.arriving = progress.ours;
    Session next = nextAhead(feed, source, now);
    if (Waiting.since(progress, now) >= Waiting.patience(feed, progress, source, next, now)) {
      Session to = next == null ? source : next;
      source.link(feed).stalledAt = now;
      source.owed--;
      to.owed++;
      move(feed, to, now);
    } else {
      progress.arriving = reached;
    }
  }
}
