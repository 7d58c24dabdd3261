package org.tidings.replication.client;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.tidings.feed.Feeds;
import org.tidings.feed.json.Json;
import org.tidings.feed.json.JsonObject;
import org.tidings.feed.ref.FeedId;
import org.tidings.replication.local.Answering;
import org.tidings.replication.muxrpc.Call;
import org.tidings.replication.muxrpc.Method;
import org.tidings.replication.muxrpc.Procedure;
import org.tidings.replication.muxrpc.RpcError;
import org.tidings.replication.muxrpc.RpcStream;

/// The log as streams, for programs of ours. Thread-safe.
final class StreamCalls {
  private final Feeds feeds;
  private final Unsealing unsealing;

  StreamCalls(Feeds feeds, Unsealing unsealing) {
    this.feeds = feeds;
    this.unsealing = unsealing;
  }

  List<Procedure> procedures() {
    return List.of(
        Answering.stream(Method.source("createLogStream").inOrder(), this::log),
        Answering.stream(Method.source("createUserStream").inOrder(), this::user),
        Answering.stream(Method.source("createHistoryStream").inOrder(), this::history),
        Answering.stream(Method.source("messagesByType").inOrder(), this::type),
        Answering.stream(Method.source("links").inOrder(), this::links));
  }

  private void log(Call call, RpcStream stream) throws IOException, InterruptedException {
    JsonObject asked = call.options(0);
    ArrivalStretch all = new ArrivalStretch(feeds.log());
    serve(asked, all, all, () -> KeyRange.ofTimes(asked, feeds.log()), stream);
  }

  private void type(Call call, RpcStream stream) throws IOException, InterruptedException {
    JsonObject asked = call.options(0);
    String type =
        asked
            .string("type")
            .or(() -> call.argument(0).flatMap(Json::asString))
            .orElseThrow(() -> new RpcError("must provide {type: string} to messagesByType"));
    serve(
        asked,
        new TypeStretch(feeds, type, unsealing),
        new ArrivalStretch(feeds.log()),
        () -> KeyRange.ofTimes(asked, feeds.log()),
        stream);
  }

  private void user(Call call, RpcStream stream) throws IOException, InterruptedException {
    JsonObject asked = call.options(0);
    FeedStretch feed = new FeedStretch(feeds.log(), feed(asked.get("id")));
    serve(asked, feed, feed, () -> KeyRange.ofSequences(asked), stream);
  }

  /// As [#user], but from `seq` on and upwards, never decrypted, and without a word about what is
  /// stored and what is new.
  private void history(Call call, RpcStream stream) throws IOException, InterruptedException {
    JsonObject asked = call.options(0);
    FeedStretch feed =
        new FeedStretch(feeds.log(), feed(asked.get("id").or(() -> call.argument(0))));
    double sequence = asked.number("sequence").orElse(0);
    double from = sequence == 0 ? asked.number("seq").orElse(0) : sequence;
    JsonObject plain = asked;
    for (String ignored : List.of("private", "sync", "reverse")) {
      plain = plain.with(ignored, Json.of(false));
    }
    serve(plain, feed, feed, () -> KeyRange.startingAt(from), stream);
  }

  /// Every link that is asked for, in the order in which the messages came, whatever the limit.
  private void links(Call call, RpcStream stream) throws IOException, InterruptedException {
    JsonObject asked = call.object(0).with("limit", Json.of(-1.0));
    LinkForm links = LinkForm.of(feeds, asked);
    Stretch all =
        links
            .author()
            .<Stretch>map(author -> new FeedStretch(feeds.log(), author))
            .orElseGet(() -> new ArrivalStretch(feeds.log()));
    new MessageStream(
            feeds, StreamOptions.of(asked), links::of, () -> KeyRange.startingAt(1), all, all)
        .serve(stream);
  }

  private void serve(
      JsonObject asked, Stretch stored, Stretch live, Supplier<KeyRange> wanted, RpcStream stream)
      throws IOException, InterruptedException {
    StreamOptions options = StreamOptions.of(asked);
    MessageForm form = MessageForm.of(asked, unsealing);
    new MessageStream(feeds, options, message -> List.of(form.of(message)), wanted, stored, live)
        .serve(stream);
  }

  private static FeedId feed(Optional<Json> id) throws RpcError {
    return id.flatMap(Json::asString)
        .flatMap(FeedId::parse)
        .orElseThrow(() -> new RpcError("Param 0 must have a .id of type \"feedId\""));
  }
}
