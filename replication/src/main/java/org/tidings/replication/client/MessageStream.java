package org.tidings.replication.client;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import java.util.function.Supplier;
import org.tidings.feed.Feeds;
import org.tidings.feed.event.FeedEvent;
import org.tidings.feed.event.Subscription;
import org.tidings.feed.json.Json;
import org.tidings.feed.json.JsonObject;
import org.tidings.feed.log.StoredMessage;
import org.tidings.replication.local.Handout;
import org.tidings.replication.muxrpc.Body;
import org.tidings.replication.muxrpc.RpcStream;

/// Serves one stream of messages to a program of ours: those that are stored, page by page, then
/// those that come in. Confined to the thread of the call.
///
/// @param form what is told of each message
/// @param wanted which keys are wanted; where those are told by times, more of them are known with
///     each message that comes
/// @param live where new messages are looked for, by the same keys as the stored ones
record MessageStream(
    Feeds feeds,
    StreamOptions options,
    Function<StoredMessage, List<Json>> form,
    Supplier<KeyRange> wanted,
    Stretch stored,
    Stretch live) {
  private static final int PAGE = 200;
  private static final JsonObject SYNC = JsonObject.of("sync", Json.of(true));

  /// Sends what is asked for; returns when there is nothing more to send.
  void serve(RpcStream stream) throws IOException, InterruptedException {
    StreamOptions.When when = options.when();
    Semaphore news = new Semaphore(0);
    try (Subscription _ = feeds.events().subscribe(event -> happened(event, news))) {
      long next = stored.end();
      stream.begun();
      if (when.old()) {
        sendStored(stream, next);
        if (when.live() && when.sync()) {
          stream.send(Body.json(SYNC));
        }
      }
      while (when.live() && stream.isOpen()) {
        next = sendNew(stream, next);
        news.acquire();
        news.drainPermits();
      }
    }
  }

  private static void happened(FeedEvent event, Semaphore news) {
    if (event instanceof FeedEvent.MessagesAppended) {
      news.release();
    }
  }

  private void sendStored(RpcStream stream, long end) throws IOException, InterruptedException {
    boolean reverse = options.when().reverse();
    KeyRange range = wanted.get().before(end);
    long from = range.from();
    long to = range.to();
    long left = options.limit();
    while (left > 0 && from < to) {
      List<StoredMessage> page = reverse ? stored.down(from, to, PAGE) : stored.up(from, to, PAGE);
      if (page.isEmpty()) {
        return;
      }
      for (StoredMessage message : page) {
        if (left > 0 && send(stream, message)) {
          left--;
        }
      }
      long last = stored.key(page.getLast());
      to = reverse ? last : to;
      from = reverse ? from : last + 1;
    }
  }

  /// Sends what has come in from that key on, and answers where it goes on. The end is looked up
  /// before the range: of what came before it is known whether it is wanted.
  private long sendNew(RpcStream stream, long from) throws IOException, InterruptedException {
    long end = Math.max(from, live.end());
    KeyRange range = wanted.get().before(end);
    long next = Math.max(from, range.from());
    while (next < range.to()) {
      List<StoredMessage> page = live.up(next, range.to(), PAGE);
      if (page.isEmpty()) {
        return end;
      }
      for (StoredMessage message : page) {
        if (stored.takes(message)) {
          send(stream, message);
        }
      }
      next = live.key(page.getLast()) + 1;
    }
    return end;
  }

  private boolean send(RpcStream stream, StoredMessage message)
      throws IOException, InterruptedException {
    boolean lets = new Handout(feeds).lets(message);
    if (lets) {
      for (Json told : form.apply(message)) {
        stream.send(Body.json(told));
      }
    }
    return lets;
  }
}
