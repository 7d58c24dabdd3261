package org.tidings.replication.client;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Semaphore;
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
/// @param live where new messages are looked for
record MessageStream(
    Feeds feeds, StreamOptions.When when, MessageForm form, Stretch stored, Stretch live) {
  private static final int PAGE = 200;
  private static final JsonObject SYNC = JsonObject.of("sync", Json.of(true));

  /// Sends what is asked for; returns when there is nothing more to send.
  ///
  /// @param from the first key wanted
  /// @param to the key after the last one wanted
  void serve(RpcStream stream, long from, long to, long limit)
      throws IOException, InterruptedException {
    Semaphore news = new Semaphore(0);
    try (Subscription _ = feeds.events().subscribe(event -> happened(event, news))) {
      long next = live.end();
      if (when.old()) {
        sendStored(stream, from, to, limit);
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

  private void sendStored(RpcStream stream, long first, long end, long limit)
      throws IOException, InterruptedException {
    long from = first;
    long to = Math.min(end, stored.end());
    long left = limit;
    while (left > 0 && from < to) {
      List<StoredMessage> page =
          when.reverse() ? stored.down(from, to, PAGE) : stored.up(from, to, PAGE);
      if (page.isEmpty()) {
        return;
      }
      for (StoredMessage message : page) {
        if (left > 0 && send(stream, message)) {
          left--;
        }
      }
      long last = stored.key(page.getLast());
      to = when.reverse() ? last : to;
      from = when.reverse() ? from : last + 1;
    }
  }

  /// Sends what has come in from that key on, and answers where it goes on.
  private long sendNew(RpcStream stream, long from) throws IOException, InterruptedException {
    long next = from;
    List<StoredMessage> page = live.up(next, Long.MAX_VALUE, PAGE);
    while (!page.isEmpty()) {
      for (StoredMessage message : page) {
        next = live.key(message) + 1;
        if (stored.takes(message)) {
          send(stream, message);
        }
      }
      page = live.up(next, Long.MAX_VALUE, PAGE);
    }
    return next;
  }

  private boolean send(RpcStream stream, StoredMessage message)
      throws IOException, InterruptedException {
    boolean lets = new Handout(feeds).lets(message);
    if (lets) {
      stream.send(Body.json(form.of(message)));
    }
    return lets;
  }
}
