package org.tidings.replication.pub;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.tidings.feed.Feeds;
import org.tidings.feed.content.Content;
import org.tidings.feed.content.ContentParser;
import org.tidings.feed.content.Pub;
import org.tidings.feed.log.LogFilter;
import org.tidings.feed.log.StoredMessage;
import org.tidings.feed.message.Message;
import org.tidings.feed.ref.FeedId;
import org.tidings.replication.peer.PeerBook;
import org.tidings.replication.peer.PeerBook.Entry;
import org.tidings.replication.transport.NetAddress;
import org.tidings.replication.transport.Routes;

/// Where pubs are, as the people in our reach say: what the newest of their messages tell is noted
/// in the peer book, and every hour a few of those are put forward to be called. Confined to one
/// thread. Protocol 8.3.
public final class PubNews {
  private static final Duration FIRST = Duration.ofSeconds(10);
  private static final Duration AGAIN = Duration.ofHours(1);
  private static final int PAGE = 1_000;

  /// Far more than all of the network have told: somebody who tells of thousands hides nobody.
  private static final int MOST_PAGES = 20;

  /// So many are read of what one of them tells, the newest, that nobody drowns the others out.
  private static final int MOST_OF_ONE = 10;

  private static final int PUT_FORWARD = 3;

  private final Feeds feeds;
  private final PeerBook book;
  private final RandomGenerator random;
  private Instant due;

  /// @param now by the clock that [#due] is asked with
  public PubNews(Feeds feeds, PeerBook book, RandomGenerator random, Instant now) {
    this.feeds = feeds;
    this.book = book;
    this.random = random;
    this.due = now.plus(FIRST);
  }

  /// Those to be called now; mostly none, as it is not time.
  public List<Entry> due(Instant now) {
    if (now.isBefore(due)) {
      return List.of();
    }
    due = now.plus(AGAIN);
    read();
    List<Entry> all = new ArrayList<>(book.announced());
    Collections.shuffle(all, random);
    return all.stream()
        .sorted(Comparator.comparingInt(Entry::failures))
        .limit(PUT_FORWARD)
        .toList();
  }

  private void read() {
    Map<FeedId, Integer> told = new HashMap<>();
    List<StoredMessage> page = before(Long.MAX_VALUE);
    for (int pages = 1; !page.isEmpty(); pages++) {
      page.stream()
          .filter(message -> feeds.graph().wants(message.author()))
          .filter(message -> told.merge(message.author(), 1, Integer::sum) <= MOST_OF_ONE)
          .flatMap(PubNews::address)
          .filter(address -> isWelcome(address.id()) && !Routes.isLocal(address.host()))
          .forEach(book::announced);
      page = pages < MOST_PAGES ? before(page.getLast().arrival().number()) : List.of();
    }
  }

  private List<StoredMessage> before(long arrival) {
    return feeds.log().newest(LogFilter.EVERYTHING.ofType("pub"), arrival, PAGE);
  }

  private static Stream<NetAddress> address(StoredMessage message) {
    return message.read().map(Message::content).map(ContentParser::parse).stream()
        .flatMap(PubNews::address);
  }

  private static Stream<NetAddress> address(Content content) {
    return content instanceof Pub(var address)
        ? NetAddress.parse(address.withoutSeed().toString()).stream()
        : Stream.empty();
  }

  private boolean isWelcome(FeedId pub) {
    return !pub.equals(feeds.identity().id()) && !feeds.graph().hops(pub).isBlocked();
  }
}
