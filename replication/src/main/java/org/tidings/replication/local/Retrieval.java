package org.tidings.replication.local;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.tidings.feed.Feeds;
import org.tidings.feed.index.PostView;
import org.tidings.feed.index.ThreadView;
import org.tidings.feed.log.StoredMessage;
import org.tidings.feed.ref.MessageId;
import org.tidings.feed.search.SearchHit;
import org.tidings.feed.search.SearchPage;
import org.tidings.feed.search.SearchPage.Next;
import org.tidings.feed.search.SearchQuery;
import org.tidings.replication.local.LocalNode.MessageSink;
import org.tidings.replication.muxrpc.RpcError;

/// Tells stored messages by their arrival, their thread or their words; none that is damaged.
/// Thread-safe.
record Retrieval(Feeds feeds) {
  private static final int PAGE = 200;

  /// As [LocalNode#log].
  void log(LogQuery query, MessageSink sink) throws IOException, InterruptedException {
    Teller teller = teller(query.leaving(), sink);
    long left = query.limit();
    long last = query.newestFirst() ? Long.MAX_VALUE : 0;
    while (left > 0) {
      int most = (int) Math.min(PAGE, left);
      List<StoredMessage> page =
          query.newestFirst()
              ? feeds.log().newest(query.filter(), last, most)
              : feeds.log().oldest(query.filter(), last, most);
      if (page.isEmpty()) {
        return;
      }
      for (StoredMessage message : page) {
        left -= teller.tells(message) ? 1 : 0;
      }
      last = page.getLast().arrival().number();
    }
  }

  /// As [LocalNode#thread].
  void thread(ThreadQuery query, MessageSink sink) throws IOException, InterruptedException {
    ThreadView thread =
        feeds
            .threads()
            .of(query.message())
            .filter(found -> !found.posts().isEmpty())
            .orElseThrow(() -> noThread(query.message()));
    Teller teller = teller(query.leaving(), sink);
    for (PostView post : thread.posts()) {
      tells(post, teller);
    }
  }

  private RpcError noThread(MessageId message) {
    return new RpcError(
        message
            + (feeds.log().get(message).isEmpty()
                ? " is not here."
                : " is in no thread that can be shown: it is no post, is for others only, or is of"
                    + " somebody blocked."));
  }

  /// As [LocalNode#search].
  void search(FindQuery query, MessageSink sink) throws IOException, InterruptedException {
    SearchQuery typed = SearchQuery.parse(query.typed(), query.zone());
    if (typed.isEmpty() && typed.unclear().isEmpty()) {
      throw new RpcError("There is no word in '" + query.typed() + "' to look for.");
    }
    Teller teller = teller(query.leaving(), sink);
    long left = query.limit();
    Optional<Next> next = Optional.empty();
    while (left > 0) {
      SearchPage page = feeds.search().posts(typed, next, (int) Math.min(PAGE, left));
      if (page.unclear().isPresent()) {
        throw Refusals.answer(page.unclear().get());
      }
      for (SearchHit hit : page.hits()) {
        left -= tells(hit.post(), teller) ? 1 : 0;
      }
      left = page.next().isPresent() ? left : 0;
      next = page.next();
    }
  }

  private boolean tells(PostView post, Teller teller) throws IOException, InterruptedException {
    Optional<StoredMessage> message = feeds.log().get(post.id());
    return message.isPresent() && teller.tells(message.get());
  }

  /// Takes one message as it is stored, and tells it or keeps it back.
  @FunctionalInterface
  private interface Teller {
    /// Whether it was told.
    boolean tells(StoredMessage message) throws IOException, InterruptedException;
  }

  /// Who tells messages that may leave, or those that stay here.
  private Teller teller(boolean leaving, MessageSink sink) {
    Handout handout = new Handout(feeds);
    ForPeople people = new ForPeople(feeds);
    return message -> {
      boolean isTold = leaving ? handout.lets(message) : feeds.doctor().vouchesFor(message);
      if (isTold) {
        sink.accept(leaving ? StoredJson.of(message) : people.json(message));
      }
      return isTold;
    };
  }
}
