package org.tidings.replication.history;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.tidings.feed.Feeds;
import org.tidings.feed.log.StoredMessage;
import org.tidings.feed.message.Sequence;
import org.tidings.feed.ref.FeedId;
import org.tidings.replication.muxrpc.RpcStream;
import org.tidings.replication.peer.Outlet;
import org.tidings.replication.peer.PeerSession;

/// Serves one call of `createHistoryStream`: reads the log in pages and sends them as the peer
/// takes them. Ends without a word where we block the author, or they the caller, also in the
/// middle. Confined to the thread of the call. Protocol 6.1.
final class HistoryStream {
  private static final int PAGE = 64;
  private static final Duration BEFORE_TRYING_AGAIN = Duration.ofSeconds(1);

  private final Feeds feeds;
  private final HistoryQuery query;
  private final PeerSession session;
  private final RpcStream stream;
  private final Pages pages;
  private final Outlet outlet;
  private long left;

  /// @param pages shared by the streams of this peer
  HistoryStream(
      Feeds feeds, HistoryQuery query, PeerSession session, RpcStream stream, Pages pages) {
    this.feeds = feeds;
    this.query = query;
    this.session = session;
    this.stream = stream;
    this.pages = pages;
    this.outlet = new Outlet(feeds);
    this.left = query.limit().orElse(Long.MAX_VALUE);
  }

  /// Sends what is asked for; returns when there is nothing more to send.
  void serve(LiveFeeds live) throws IOException, InterruptedException {
    FeedId feed = query.feed();
    if (isOwn() && query.catchesUp()) {
      outlet.holdsOurs(session, query.from() - 1);
    }
    if (query.when().reverse()) {
      sendBackwards();
    } else if (query.when().live()) {
      Semaphore news = live.listen(feed);
      try {
        sendLive(news);
      } finally {
        live.leave(feed, news);
      }
    } else if (query.when().old()) {
      sendFrom(query.from());
    }
  }

  private void sendLive(Semaphore news) throws IOException, InterruptedException {
    long next = query.when().old() ? query.from() : Math.max(query.from(), head() + 1);
    next = sendFrom(next);
    while (left > 0 && outlet.letsFeed(query.feed(), session) && stream.isOpen()) {
      await(news);
      next = sendFrom(next);
    }
  }

  private void await(Semaphore news) throws InterruptedException {
    if (outlet.isToBeTriedAgain()) {
      var _ = news.tryAcquire(BEFORE_TRYING_AGAIN.toMillis(), TimeUnit.MILLISECONDS);
    } else {
      news.acquire();
    }
    news.drainPermits();
  }

  /// Sends all there is from that sequence on and answers where it would go on.
  private long sendFrom(long from) throws IOException, InterruptedException {
    long next = from;
    for (long last = sendPage(next, mostNow()); last > 0; last = sendPage(next, mostNow())) {
      next = last + 1;
    }
    return next;
  }

  private void sendBackwards() throws IOException, InterruptedException {
    long upTo = head();
    while (upTo >= query.from()) {
      long from = Math.max(query.from(), upTo - mostNow() + 1);
      upTo = sendPage(from, (int) (upTo - from + 1)) - 1;
    }
  }

  private int mostNow() {
    return (int) Math.min(PAGE, left);
  }

  /// Sends a page and answers the sequence that it came to; 0 when nothing was sent.
  private long sendPage(long from, int count) throws IOException, InterruptedException {
    long last = 0;
    int bytes = 0;
    pages.take();
    try {
      List<StoredMessage> page = page(from, count);
      for (StoredMessage message : query.when().reverse() ? page.reversed() : page) {
        if (!send(message)) {
          break;
        }
        last = message.sequence().value();
        bytes += message.wire().length;
      }
      pages.sent(bytes);
    } finally {
      pages.leave();
    }
    return last;
  }

  private List<StoredMessage> page(long from, int count) {
    return left < 1 ? List.of() : feeds.log().range(query.feed(), new Sequence(from), count);
  }

  /// False when neither this message nor what follows may be sent now.
  private boolean send(StoredMessage message) throws IOException, InterruptedException {
    if (left < 1 || !outlet.lets(message, session)) {
      return false;
    }
    stream.send(query.shown(message));
    outlet.sent(message, session);
    left--;
    return true;
  }

  private boolean isOwn() {
    return query.feed().equals(feeds.identity().id());
  }

  private long head() {
    return feeds.log().headSequence(query.feed());
  }
}
