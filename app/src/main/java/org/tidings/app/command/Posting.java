package org.tidings.app.command;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tidings.app.folder.FolderException;
import org.tidings.app.owner.Access;
import org.tidings.app.owner.Start.Reach;
import org.tidings.feed.content.Recipients;
import org.tidings.feed.json.Json;
import org.tidings.feed.json.JsonException;
import org.tidings.feed.json.JsonObject;
import org.tidings.feed.log.LogFilter;
import org.tidings.feed.ref.FeedId;
import org.tidings.feed.ref.MessageId;
import org.tidings.replication.local.LogQuery;
import org.tidings.replication.muxrpc.RpcError;

/// Publishes something once. When the owner of the folder ends before it answers, the next one is
/// asked whether it is there before it is published again; what is sealed cannot be told there from
/// anything else, so it is not.
final class Posting {
  private static final Reach STORE = new Reach.Offline(false);
  private static final long LOOK_BACK = 20;

  private final Common common;
  private final long startedAtMs = System.currentTimeMillis();

  Posting(Common common) {
    this.common = common;
  }

  /// Makes the content for our feed.
  @FunctionalInterface
  interface Content {
    JsonObject by(FeedId me) throws Refused;
  }

  /// Has the owner of a folder publish something.
  @FunctionalInterface
  interface Publication {
    MessageId run() throws IOException, InterruptedException;
  }

  /// What was published. Where publishing is held, people are told what they can do about that.
  static MessageId published(Access access, Publication publication)
      throws Refused, IOException, InterruptedException {
    try {
      return publication.run();
    } catch (RpcError refused) {
      JsonObject status = access.node().status();
      if (status.string("reason").equals(Optional.of(refused.message()))) {
        throw new Refused(refused.message() + ResumeCommand.advice(status));
      }
      throw refused;
    }
  }

  /// Publishes and tells the key.
  void publish(Content content) throws Refused, FolderException, IOException, InterruptedException {
    Optional<MessageId> key = attempt(content);
    tell(key.isPresent() ? key.get() : again(content));
  }

  /// Tells the key of what was published.
  void tell(MessageId key) {
    if (common.wantsJson()) {
      common.terminal().json(JsonObject.of("key", Json.of(key.toString())));
    } else {
      common.terminal().say(key.toString());
    }
  }

  /// The key; empty when there was no answer.
  private Optional<MessageId> attempt(Content content)
      throws Refused, FolderException, IOException, InterruptedException {
    try (Access access = common.access(STORE)) {
      JsonObject made = content.by(access.id());
      try {
        return Optional.of(published(access, () -> access.node().publish(made)));
      } catch (RpcError refused) {
        throw refused;
      } catch (IOException noAnswer) {
        if (Recipients.field(made).isPresent()) {
          throw noAnswer;
        }
        return Optional.empty();
      }
    }
  }

  private MessageId again(Content content)
      throws Refused, FolderException, IOException, InterruptedException {
    try (Access access = common.access(STORE)) {
      JsonObject made = content.by(access.id());
      Optional<MessageId> there = find(access, made, startedAtMs);
      return there.isPresent() ? there.get() : published(access, () -> access.node().publish(made));
    }
  }

  /// Our own message with that content that was stored since then.
  static Optional<MessageId> find(Access access, JsonObject content, long sinceMs)
      throws IOException, InterruptedException {
    List<JsonObject> newest = new ArrayList<>();
    access
        .node()
        .log(
            LogQuery.newest(LogFilter.by(access.id()), LOOK_BACK),
            message -> parse(message).ifPresent(newest::add));
    return newest.stream()
        .filter(message -> message.number("timestamp").orElse(0) >= sinceMs)
        .filter(message -> content(message).equals(Optional.of(content)))
        .findFirst()
        .flatMap(message -> message.string("key"))
        .flatMap(MessageId::parse);
  }

  private static Optional<Json> content(JsonObject message) {
    return message.object("value").flatMap(value -> value.get("content"));
  }

  private static Optional<JsonObject> parse(byte[] message) {
    try {
      return Json.parse(message).asObject();
    } catch (JsonException e) {
      return Optional.empty();
    }
  }
}
