package org.tidings.replication.ebt;

import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.Set;
import java.util.function.ToLongFunction;
import org.tidings.feed.ref.FeedId;

/// One stream with one peer: a [Link] per feed, and what is waiting to be said. Its size goes with
/// the number of feeds, never with the number of messages. Confined to its [EbtState].
final class Session {
  /// Our own notes go out in objects of at most that many.
  static final int NOTES_AT_ONCE = 1_000;

  /// So many messages of one feed are sent before it is the next feed's turn.
  static final int PAGE = 64;

  /// A feed may wait so many times as long for its turn as others have lately.
  private static final int MUCH_LONGER = 2;

  /// How long they have, in ms, does not count for more than that.
  private static final long LONGEST_TURN = 300_000;

  /// And such a part of it is forgotten each second.
  private static final int FORGOTTEN = 64;

  /// So many feeds that we do not want are remembered for a peer in our reach, and answered; the
  /// rest is ignored.
  static final int DECLINED_LIMIT = 20_000;

  /// The same for a stranger: anybody can come under many names.
  static final int DECLINED_LIMIT_OF_STRANGERS = 2_000;

  final FeedId peer;

  /// Feeds both may exchange, or might if one of us wanted.
  final Map<FeedId, Link> links = new HashMap<>();

  /// Feeds whose numbers the peer may not know in their latest state; told with the next tick.
  final Set<FeedId> outdated = new LinkedHashSet<>();

  /// Feeds the peer offered and we do not exchange with it, with its last note.
  private final Map<FeedId, Note> declined = new HashMap<>();

  private int declinedLimit = DECLINED_LIMIT_OF_STRANGERS;

  private final Map<FeedId, Note> notes = new LinkedHashMap<>();

  /// Feeds with messages to send, in turn.
  private final SequencedSet<FeedId> sendable = new LinkedHashSet<>();

  /// The same, of feeds of which the peer had all before: what is new now does not wait until
  /// everything old has had its turn.
  private final SequencedSet<FeedId> news = new LinkedHashSet<>();

  /// So many messages of `news` were sent since it was last the turn of a page of the others.
  private long newsInARow;

  /// Our first notes may go or have gone.
  boolean greeted;

  /// We follow the peer.
  boolean followed;

  /// Whose authors block the peer: of these feeds nothing is exchanged with it.
  Set<FeedId> blockers = Set.of();

  /// The peer has dialled.
  boolean incoming;

  /// When the stream was opened, in ms.
  long openedAt;

  /// It is being closed to make room for another.
  boolean givesWay;

  /// When the peer last sent a message that it could not know that we have, in ms.
  long heardAt = Long.MIN_VALUE;

  /// How many messages it has sent that were the next of their feed.
  long brought;

  /// Of how many feeds it owed us more when a second had last passed.
  int owed;

  /// How long a feed that the peer owed us had to wait for its turn, lately, in ms.
  private long turn;

  private boolean greetingDue;
  private boolean woken;

  Session(FeedId peer) {
    this.peer = peer;
  }

  /// Whether the peer is in our reach now.
  void peerIsInReach(boolean inReach) {
    declinedLimit = inReach ? DECLINED_LIMIT : DECLINED_LIMIT_OF_STRANGERS;
  }

  /// From now on notes may be sent; the first go even if there are none.
  void greet() {
    greeted = true;
    greetingDue = true;
    woken = true;
  }

  Link link(FeedId feed) {
    return links.computeIfAbsent(feed, key -> new Link());
  }

  /// The peer sent a message that it could not know that we have, be it that another was faster.
  void goesOn(Link link, long sequence, long now) {
    heardAt = now;
    if (link.owesSince != Link.NEVER && link.claim > sequence) {
      turn = Math.max(turn, Math.min(now - link.owesSince, LONGEST_TURN));
    }
    link.owesSince = now;
  }

  /// A second has passed.
  void tick() {
    owed = 0;
    turn -= turn / FORGOTTEN;
  }

  /// How long, in ms, a feed may wait for its turn.
  ///
  /// @param least where all come soon
  long patience(long least) {
    return Math.max(MUCH_LONGER * turn, least);
  }

  /// Whether the peer said or showed to have this message.
  boolean has(FeedId feed, long sequence) {
    Link link = links.get(feed);
    return link != null && !link.refused && link.claim >= sequence;
  }

  void tell(FeedId feed, Link link, Note note) {
    link.tell(note);
    tell(feed, note);
  }

  private void tell(FeedId feed, Note note) {
    notes.put(feed, note);
    outdated.remove(feed);
    woken = true;
  }

  /// The peer spoke about a feed that we do not exchange with it.
  void decline(FeedId feed, Note note) {
    if (!note.wanted()) {
      declined.remove(feed);
    } else if (declined.containsKey(feed)) {
      declined.put(feed, note);
    } else if (declined.size() < declinedLimit) {
      declined.put(feed, note);
      tell(feed, Note.UNWANTED);
    }
  }

  /// Takes up a feed that we may now exchange, with what the peer had said meanwhile.
  Link undecline(FeedId feed) {
    Link link = link(feed);
    Note note = declined.remove(feed);
    if (note != null) {
      link.heard(note);
    }
    link.takenUp = true;
    return link;
  }

  /// Gives up a feed that we may no longer exchange.
  void drop(FeedId feed) {
    Link link = links.remove(feed);
    sendable.remove(feed);
    news.remove(feed);
    outdated.remove(feed);
    if (link == null || link.told == null) {
      return;
    }
    tell(feed, Note.UNWANTED);
    if (!link.unwanted && declined.size() < declinedLimit) {
      declined.put(feed, link.lastNote());
    }
  }

  /// There may be messages of the feed to send.
  void offer(FeedId feed) {
    if (!news.contains(feed)) {
      sendable.add(feed);
    }
    link(feed).offered = true;
    woken = true;
  }

  /// There are new messages of the feed to send, those after `before` up to `last`: they go before
  /// older ones of other feeds where they are few and the peer has all that went before.
  void offerNews(FeedId feed, long before, long last) {
    Link link = link(feed);
    if (link.sent >= before && last - link.sent <= PAGE) {
      sendable.remove(feed);
      news.add(feed);
    }
    offer(feed);
  }

  /// The next message of the feed may not be sent: nothing is until it is offered again, unless it
  /// was since the page was taken.
  void holdBack(FeedId feed, Link link) {
    if (!link.offered) {
      sendable.remove(feed);
      news.remove(feed);
    }
  }

  /// What to send next, a page of the feed whose turn it is, counted as sent from now on. Where
  /// both wait, news and older messages, about a page of news goes before each page of the others.
  ///
  /// @param limit the last message of a feed that may be sent
  Optional<Action> nextPage(ToLongFunction<FeedId> limit) {
    while (!sendable.isEmpty() || !news.isEmpty()) {
      boolean isNews = isTurnOfNews();
      FeedId feed = (isNews ? news : sendable).removeFirst();
      Link link = links.get(feed);
      long last = limit.applyAsLong(feed);
      if (link != null && link.transmit && link.sent < last) {
        long after = link.sent;
        link.offered = false;
        boolean again = link.sends(Math.min(last, after + PAGE));
        if (link.sent < last) {
          sendable.add(feed);
        }
        newsInARow = isNews ? newsInARow + link.sent - after : 0;
        return Optional.of(new Action.SendMessages(peer, feed, after, link.sent, again));
      }
    }
    return Optional.empty();
  }

  private boolean isTurnOfNews() {
    return !news.isEmpty() && (sendable.isEmpty() || newsInARow < PAGE);
  }

  boolean hasNotes() {
    return greetingDue || !notes.isEmpty();
  }

  Map<FeedId, Note> takeNotes() {
    greetingDue = false;
    Map<FeedId, Note> taken = new LinkedHashMap<>();
    Iterator<Map.Entry<FeedId, Note>> rest = notes.entrySet().iterator();
    while (rest.hasNext() && taken.size() < NOTES_AT_ONCE) {
      Map.Entry<FeedId, Note> note = rest.next();
      taken.put(note.getKey(), note.getValue());
      rest.remove();
    }
    return taken;
  }

  /// Whether something was added to what waits since this was last asked.
  boolean takeWoken() {
    boolean was = woken;
    woken = false;
    return was;
  }

  /// How many messages the peer says to have beyond those, as far as it is believed.
  long missing(ToLongFunction<FeedId> ours) {
    long missing = 0;
    for (Map.Entry<FeedId, Link> entry : links.entrySet()) {
      long stored = ours.applyAsLong(entry.getKey());
      missing += entry.getValue().isBelievedAhead(stored) ? entry.getValue().claim - stored : 0;
    }
    return missing;
  }

  /// The feeds of which the peer says to have what lies beyond those, with the last it has.
  Map<FeedId, Long> ahead(ToLongFunction<FeedId> ours) {
    Map<FeedId, Long> ahead = new HashMap<>();
    links.forEach(
        (feed, link) -> {
          if (link.isAhead(ours.applyAsLong(feed))) {
            ahead.put(feed, link.claim);
          }
        });
    return ahead;
  }

  /// What to remember of the peer for the next stream, of those feeds.
  VectorClock clock(Set<FeedId> wanted) {
    Map<FeedId, Long> sequences = HashMap.newHashMap(links.size());
    links.forEach(
        (feed, link) -> {
          if (link.isToBeRemembered() && wanted.contains(feed)) {
            sequences.put(feed, link.unwanted ? VectorClock.UNWANTED : link.claim);
          }
        });
    return new VectorClock(sequences);
  }
}
