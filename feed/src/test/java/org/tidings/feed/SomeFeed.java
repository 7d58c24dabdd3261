package org.tidings.feed;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tidings.crypto.key.KeyPair;
import org.tidings.crypto.key.SomeKeys;
import org.tidings.feed.json.Json;
import org.tidings.feed.json.JsonObject;
import org.tidings.feed.json.JsonString;
import org.tidings.feed.message.Head;
import org.tidings.feed.message.Message;
import org.tidings.feed.message.UnpublishableException;
import org.tidings.feed.message.UnsignedMessage;
import org.tidings.feed.ref.FeedId;
import org.tidings.feed.ref.MessageId;

/// Somebody who writes messages without any store: the same name always writes with the same key.
/// Confined to the test's thread.
public final class SomeFeed {

  private static final double FIRST_MS = 1_700_000_000_000.0;
  private static final double STEP_MS = 1_000;

  private final KeyPair keys;
  private final List<Message> written = new ArrayList<>();

  private SomeFeed(KeyPair keys) {
    this.keys = keys;
  }

  /// The feed of the person of this name, empty.
  public static SomeFeed of(String name) {
    return new SomeFeed(SomeKeys.of(name));
  }

  /// The empty feed of these keys.
  public static SomeFeed of(KeyPair keys) {
    return new SomeFeed(keys);
  }

  public FeedId id() {
    return FeedId.of(keys.publicKey());
  }

  public KeyPair keys() {
    return keys;
  }

  /// Everything written so far, as it goes over the wire.
  public List<byte[]> values() {
    return written.stream().map(Message::wire).toList();
  }

  /// Signs the next message.
  public Message write(JsonObject content) {
    return write(content, FIRST_MS + written.size() * STEP_MS);
  }

  /// Signs what is already encrypted.
  public Message writeSealed(String sealed) {
    return sign(new JsonString(sealed), FIRST_MS + written.size() * STEP_MS);
  }

  /// The same as if at that time.
  public Message writeSealed(String sealed, double timestamp) {
    return sign(new JsonString(sealed), timestamp);
  }

  /// Signs the next message as if at that time.
  public Message write(JsonObject content, double timestamp) {
    return sign(content, timestamp);
  }

  private Message sign(Json content, double timestamp) {
    Optional<Head> head =
        written.isEmpty() ? Optional.empty() : Optional.of(written.getLast().asHead());
    try {
      Message message = UnsignedMessage.after(head, timestamp, content).sign(keys);
      written.add(message);
      return message;
    } catch (UnpublishableException refused) {
      throw new IllegalArgumentException(refused);
    }
  }

  /// Posts a text.
  public Message post(String text) {
    return write(content("post").put("text", text).build());
  }

  /// Answers in a thread.
  public Message reply(String text, MessageId root, MessageId branch) {
    return write(
        content("post")
            .put("text", text)
            .put("root", root.toString())
            .put("branch", branch.toString())
            .build());
  }

  /// Says 1, 0 or -1 about a message.
  public Message vote(MessageId message, int value) {
    JsonObject vote =
        JsonObject.builder().put("link", message.toString()).put("value", value).build();
    return write(content("vote").put("vote", vote).build());
  }

  public Message follow(FeedId other) {
    return contact(other, "following", true);
  }

  public Message unfollow(FeedId other) {
    return contact(other, "following", false);
  }

  public Message block(FeedId other) {
    return contact(other, "blocking", true);
  }

  /// Gives a feed a name.
  public Message name(FeedId feed, String name) {
    return write(content("about").put("about", feed.toString()).put("name", name).build());
  }

  /// Forgets the newest messages, to write others in their place: a fork.
  public void rewind(int messages) {
    for (int i = 0; i < messages; i++) {
      written.removeLast();
    }
  }

  private Message contact(FeedId other, String how, boolean value) {
    return write(content("contact").put("contact", other.toString()).put(how, value).build());
  }

  private static JsonObject.Builder content(String type) {
    return JsonObject.builder().put("type", type);
  }
}
