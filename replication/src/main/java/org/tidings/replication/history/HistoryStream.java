package org.tidings.replication.history;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.tidings.feed.Feeds;
import org.tidings.feed.log.StoredMessage;
import org.tidings.feed.message.Head;
import org.tidings.feed.message.Sequence;
import org.tidings.feed.ref.FeedId;
import org.tidings.replication.muxrpc.RpcStream;
import org.tidings.replication.peer.Outlet;
import org.tidings.replication.peer.PeerSession;

/// Serves one call of `createHistoryStream`: reads the log in pages and sends them as the peer
/// takes them. Ends without a word where the author blocks the caller, also in the middle. Confined
/// to the thread of the call. Protocol 6.1.
final class HistoryStream {
  private static final int PAGE = 64;

  private final Feeds feeds;
  private final HistoryQuery query;
  private final PeerSession session;
  private final RpcStream stream;
  private final Outlet outlet;
  private long left;

  HistoryStream(Feeds feeds, HistoryQuery query, PeerSession session, RpcStream stream) {
    this.feeds = feeds;
    this.query = query;
    this.session = session;
    this.stream = stream;
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
    while (left > 0 && !isBlocked() && stream.isOpen()) {
      news.acquire();
      news.drainPermits();
      next = sendFrom(next);
    }
  }

  /// Sends all there is from that sequence on and answers where it would go on.
  private long sendFrom(long from) throws IOException, InterruptedException {
    long next = from;
    List<StoredMessage> page = page(next);
    while (!page.isEmpty()) {
      for (StoredMessage message : page) {
        if (!send(message)) {
          return next;
        }
        next = message.sequence().value() + 1;
      }
      page = page(next);
    }
    return next;
  }

  private void sendBackwards() throws IOException, InterruptedException {
    long upTo = head();
    while (upTo >= query.from() && left > 0) {
      long from = Math.max(query.from(), upTo - PAGE + 1);
      int count = (int) (upTo - from + 1);
      List<StoredMessage> page = feeds.log().range(query.feed(), new Sequence(from), count);
      for (StoredMessage message : page.reversed()) {
        if (!send(message)) {
          return;
        }
      }
      upTo = from - 1;
    }
  }

  private List<StoredMessage> page(long from) {
    return left < 1
        ? List.of()
        : feeds.log().range(query.feed(), new Sequence(from), (int) Math.min(PAGE, left));
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

  private boolean isBlocked() {
    return feeds.graph().blocks(query.feed(), session.peer());
  }

  private long head() {
    return feeds.log().head(query.feed()).map(Head::sequence).map(Sequence::value).orElse(0L);
  }
}
