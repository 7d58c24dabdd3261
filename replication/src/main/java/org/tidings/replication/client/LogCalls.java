package org.tidings.replication.client;

import java.util.List;
import java.util.Optional;
import org.tidings.feed.Feeds;
import org.tidings.feed.json.Json;
import org.tidings.feed.json.JsonBool;
import org.tidings.feed.json.JsonObject;
import org.tidings.feed.log.StoredMessage;
import org.tidings.feed.message.Head;
import org.tidings.feed.ref.FeedId;
import org.tidings.feed.ref.MessageId;
import org.tidings.replication.local.Answering;
import org.tidings.replication.local.Handout;
import org.tidings.replication.muxrpc.Call;
import org.tidings.replication.muxrpc.Method;
import org.tidings.replication.muxrpc.Procedure;
import org.tidings.replication.muxrpc.RpcError;

/// Single messages and where feeds end, for programs of ours. Thread-safe.
final class LogCalls {
  private final Feeds feeds;
  private final Unsealing unsealing;

  LogCalls(Feeds feeds, Unsealing unsealing) {
    this.feeds = feeds;
    this.unsealing = unsealing;
  }

  List<Procedure> procedures() {
    return List.of(
        Answering.async(Method.async("get"), this::get),
        Answering.async(Method.async("getLatest"), this::latest),
        Answering.async(Method.async("latestSequence"), this::latestSequence),
        Answering.async(Method.async("getVectorClock"), call -> clock()));
  }

  /// By its id, or by an object with the id and how it is to be shown.
  private Json get(Call call) throws RpcError {
    JsonObject options = call.options(0);
    String id = options.string("id").orElse("");
    if (id.isEmpty()) {
      id = call.text(0, "the id of a message");
    }
    MessageForm form = MessageForm.of(options, unsealing);
    StoredMessage message = message(id);
    return StreamOptions.flag(options, "meta", false) ? form.whole(message) : form.value(message);
  }

  private StoredMessage message(String id) throws RpcError {
    return MessageId.parse(id)
        .flatMap(feeds.log()::get)
        .filter(new Handout(feeds)::lets)
        .orElseThrow(() -> new RpcError("Key not found in database [" + id + "]"));
  }

  /// Nothing, which other programs see as `false`, for a feed of which there is nothing.
  private Json latest(Call call) throws RpcError {
    Optional<Head> head = feeds.log().head(call.feed(0));
    if (head.isEmpty()) {
      return JsonBool.FALSE;
    }
    StoredMessage message = message(head.get().id().toString());
    return JsonObject.builder()
        .put("key", message.id().toString())
        .put("value", MessageForm.PLAIN.value(message))
        .build();
  }

  private Json latestSequence(Call call) throws RpcError {
    FeedId feed = call.feed(0);
    return feeds
        .log()
        .head(feed)
        .map(head -> Json.of((double) head.sequence().value()))
        .orElseThrow(() -> new RpcError("not found:" + feed));
  }

  private Json clock() {
    JsonObject.Builder clock = JsonObject.builder();
    feeds.log().heads().forEach((feed, head) -> clock.put(feed.toString(), head.value()));
    return clock.build();
  }
}
