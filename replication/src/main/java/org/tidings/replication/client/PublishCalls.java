package org.tidings.replication.client;

import java.util.List;
import java.util.Optional;
import org.tidings.feed.Feeds;
import org.tidings.feed.content.Recipients;
import org.tidings.feed.json.Json;
import org.tidings.feed.json.JsonBool;
import org.tidings.feed.json.JsonNull;
import org.tidings.feed.json.JsonObject;
import org.tidings.feed.json.JsonString;
import org.tidings.feed.message.Message;
import org.tidings.feed.ref.FeedId;
import org.tidings.replication.local.Answering;
import org.tidings.replication.local.Refusals;
import org.tidings.replication.muxrpc.Call;
import org.tidings.replication.muxrpc.Method;
import org.tidings.replication.muxrpc.Procedure;
import org.tidings.replication.muxrpc.RpcError;

/// What programs of ours say in our name, and reading what is private. All goes through the one
/// [org.tidings.feed.log.Publisher], and an answer comes after the durable commit. Thread-safe.
final class PublishCalls {
  private final Feeds feeds;
  private final Unsealing unsealing;

  PublishCalls(Feeds feeds, Unsealing unsealing) {
    this.feeds = feeds;
    this.unsealing = unsealing;
  }

  List<Procedure> procedures() {
    return List.of(
        Answering.async(
            Method.async("whoami"),
            call -> JsonObject.of("id", Json.of(feeds.identity().id().toString()))),
        Answering.async(Method.async("publish").inOrder(), this::publish),
        Answering.async(Method.async("private.publish").inOrder(), this::publishPrivate),
        Answering.async(Method.async("private.unbox"), this::unbox),
        Answering.async(
            Method.async("friends.follow").inOrder(), call -> say(call, "follow", "following")),
        Answering.async(
            Method.async("friends.block").inOrder(), call -> say(call, "block", "blocking")));
  }

  /// Content with `recps` is for those alone, as with ssb-server: it never goes out in the open.
  private Json publish(Call call) throws RpcError {
    if (call.argument(0).orElse(JsonBool.FALSE) instanceof JsonString sealed) {
      return published(() -> feeds.publisher().publishSealed(sealed));
    }
    return publish(call.object(0));
  }

  private Json publish(JsonObject content) throws RpcError {
    return published(() -> feeds.publisher().publish(content));
  }

  /// That we follow or block somebody, or no longer do; with `recps` for those alone.
  private Json say(Call call, String name, String word) throws RpcError {
    Json who = call.argument(0).orElse(JsonNull.NULL);
    FeedId feed =
        who.asString()
            .flatMap(FeedId::parse)
            .orElseThrow(() -> new RpcError(name + "() requires a feedId, got " + shown(who)));
    JsonObject options = call.options(1);
    Optional<String> reason = options.string("reason").filter(said -> word.equals("blocking"));
    return publish(
        JsonObject.builder()
            .put("type", "contact")
            .put("contact", feed.toString())
            .put(word, StreamOptions.flag(options, "state", true))
            .put("reason", reason.map(Json::of))
            .put("recps", options.get("recps"))
            .build());
  }

  private static String shown(Json given) {
    return given.asString().orElse(given.toString());
  }

  private Json publishPrivate(Call call) throws RpcError {
    JsonObject content = call.object(0);
    Json readers = call.array(1);
    List<FeedId> all =
        Recipients.all(readers)
            .orElseThrow(
                () ->
                    new RpcError("These can not all be readers of a private message: " + readers));
    return published(() -> feeds.publisher().publishPrivate(content, all));
  }

  /// What an encrypted content says; `false` when it is not for us.
  private Json unbox(Call call) throws RpcError {
    return unsealing
        .open(call.text(0, "an encrypted content"))
        .<Json>map(content -> content)
        .orElse(JsonBool.FALSE);
  }

  private Json published(Refusals.Publication publication) throws RpcError {
    Message message = Refusals.published(publication);
    return MessageForm.PLAIN.whole(feeds.log().get(message.id()).orElseThrow());
  }
}
