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
    each(query, teller(query.leaving(), sink));
  }

  /// Tells every message that is asked for, whether or not it may leave, and damaged ones too.
  void each(LogQuery query, Teller teller) throws IOException, InterruptedException {
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
        teller.tell(message);
      }
      last = page.getLast().arrival().number();
      left -= page.size();
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
      tell(post, teller);
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
    SearchQuery typed = SearchQuery.parse(query.typed());
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
        tell(hit.post(), teller);
      }
      left = page.next().isPresent() ? left - page.hits().size() : 0;
      next = page.next();
    }
  }

  private void tell(PostView post, Teller teller) throws IOException, InterruptedException {
    Optional<StoredMessage> message = feeds.log().get(post.id());
    if (message.isPresent()) {
      teller.tell(message.get());
    }
  }

  /// Takes one message as it is stored.
  @FunctionalInterface
  interface Teller {
    void tell(StoredMessage message) throws IOException, InterruptedException;
  }

  /// Who tells messages that may leave, or those that stay here.
  private Teller teller(boolean leaving, MessageSink sink) {
    Handout handout = new Handout(feeds);
    ForPeople people = new ForPeople(feeds);
    return message -> {
      if (leaving && handout.lets(message)) {
        sink.accept(StoredJson.of(message));
      } else if (!leaving && feeds.doctor().vouchesFor(message)) {
        sink.accept(people.json(message));
      }
    };
  }
}
