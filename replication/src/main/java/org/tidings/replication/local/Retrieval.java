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
        tell(message, query.leaving(), sink);
      }
      last = page.getLast().arrival().number();
      left -= page.size();
    }
  }

  /// As [LocalNode#thread].
  void thread(ThreadQuery query, MessageSink sink) throws IOException, InterruptedException {
    ThreadView thread =
        feeds.threads().of(query.message()).orElseThrow(() -> noThread(query.message()));
    for (PostView post : thread.posts()) {
      tell(post, query.leaving(), sink);
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
    long left = query.limit();
    Optional<Next> next = Optional.empty();
    while (left > 0) {
      SearchPage page = feeds.search().posts(typed, next, (int) Math.min(PAGE, left));
      if (page.unclear().isPresent()) {
        throw Refusals.answer(page.unclear().get());
      }
      for (SearchHit hit : page.hits()) {
        tell(hit.post(), query.leaving(), sink);
      }
      left = page.next().isPresent() ? left - page.hits().size() : 0;
      next = page.next();
    }
  }

  private void tell(PostView post, boolean leaving, MessageSink sink)
      throws IOException, InterruptedException {
    Optional<StoredMessage> message = feeds.log().get(post.id());
    if (message.isPresent()) {
      tell(message.get(), leaving, sink);
    }
  }

  private void tell(StoredMessage message, boolean leaving, MessageSink sink)
      throws IOException, InterruptedException {
    if (leaving ? new Handout(feeds).lets(message) : feeds.doctor().vouchesFor(message)) {
      sink.accept(StoredJson.of(message));
    }
  }
}
