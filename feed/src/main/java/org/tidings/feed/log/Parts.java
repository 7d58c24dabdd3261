package org.tidings.feed.log;

import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tidings.crypto.box.RecipientException;
import org.tidings.feed.json.Json;
import org.tidings.feed.json.JsonArray;
import org.tidings.feed.json.JsonObject;
import org.tidings.feed.local.Outbox;
import org.tidings.feed.local.OutboxEntry;
import org.tidings.feed.message.Message;
import org.tidings.feed.ref.FeedId;
import org.tidings.feed.store.Tx;

/// What is published at one go: a content, or the posts of an entry of the outbox. Confined to one
/// attempt.
final class Parts {

  private static final String ROOT = "root";
  private static final String BRANCH = "branch";
  private static final String RECIPIENTS = "recps";

  private final List<? extends Json> contents;
  private final @Nullable OutboxEntry entry;
  private final @Nullable SecureRandom random;

  Parts(Json content) {
    this.contents = List.of(content);
    this.entry = null;
    this.random = null;
  }

  Parts(OutboxEntry entry, SecureRandom random) {
    this.contents = entry.posts();
    this.entry = entry;
    this.random = random;
  }

  int count() {
    return contents.size();
  }

  /// The content of one part, given the messages of those before it.
  Json content(int part, List<Message> before) throws RecipientException {
    if (entry == null || random == null) {
      return contents.get(part);
    }
    JsonObject post = placed(entry.posts().get(part), before);
    List<FeedId> recipients = entry.recipients();
    if (recipients.isEmpty()) {
      return post;
    }
    List<Json> ids = recipients.stream().map(id -> Json.of(id.toString())).toList();
    return Sealed.of(post.with(RECIPIENTS, new JsonArray(ids)), recipients, random);
  }

  /// In the thread of the first part, after the one before it. The root is what the first part was
  /// given as its place, or the first part itself.
  private JsonObject placed(JsonObject post, List<Message> before) {
    if (before.isEmpty()) {
      return post;
    }
    Optional<Json> root = entry().posts().getFirst().get(ROOT);
    return post.with(ROOT, root.orElse(Json.of(before.getFirst().id().toString())))
        .with(BRANCH, Json.of(before.getLast().id().toString()));
  }

  private OutboxEntry entry() {
    if (entry == null) {
      throw new IllegalStateException("only an entry has several parts");
    }
    return entry;
  }

  /// Takes the entry out of the outbox. Returns whether it was still there.
  boolean takeOut(Tx tx) {
    return entry == null || Outbox.remove(tx, entry.number());
  }
}
