package org.tidings.feed.message;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tidings.crypto.key.KeyPair;
import org.tidings.crypto.key.SomeKeys;
import org.tidings.feed.content.Post;
import org.tidings.feed.json.Json;
import org.tidings.feed.json.JsonNull;
import org.tidings.feed.json.JsonObject;
import org.tidings.feed.json.JsonWriter;
import org.tidings.feed.ref.FeedId;

/// A feed that grows as a test asks, in memory: the same name and contents always give the same
/// messages. Confined to the test's thread.
public final class SomeFeeds {
  private static final double FIRST_TIMESTAMP = 1_700_000_000_000.0;

  private final KeyPair keys;
  private final List<Message> messages = new ArrayList<>();

  private SomeFeeds(KeyPair keys) {
    this.keys = keys;
  }

  /// The empty feed of the person of this name.
  public static SomeFeeds of(String name) {
    return of(SomeKeys.of(name));
  }

  /// The empty feed of this key.
  public static SomeFeeds of(KeyPair keys) {
    return new SomeFeeds(keys);
  }

  /// A feed of so many posts.
  public static SomeFeeds of(String name, int posts) {
    SomeFeeds feed = of(name);
    for (int i = 1; i <= posts; i++) {
      feed.post("post " + i + " of " + name);
    }
    return feed;
  }

  public FeedId id() {
    return FeedId.of(keys.publicKey());
  }

  public KeyPair keys() {
    return keys;
  }

  /// Everything said so far, in order.
  public List<Message> messages() {
    return List.copyOf(messages);
  }

  public Optional<Head> head() {
    return messages.isEmpty() ? Optional.empty() : Optional.of(messages.getLast().asHead());
  }

  /// Adds a post.
  public Message post(String text) {
    return say(Post.root(text).toJson());
  }

  /// Adds a message of any content.
  public Message say(Json content) {
    try {
      double timestamp = FIRST_TIMESTAMP + messages.size();
      Message message = UnsignedMessage.after(head(), timestamp, content).sign(keys);
      messages.add(message);
      return message;
    } catch (UnpublishableException refused) {
      throw new IllegalArgumentException(refused);
    }
  }

  /// Adds a message that we would not write ourselves but have to read: another program's.
  public Message sayAsOthersMight(JsonObject content) {
    JsonObject unsigned =
        JsonObject.builder()
            .put(
                "previous",
                head().<Json>map(head -> Json.of(head.id().toString())).orElse(JsonNull.NULL))
            .put("author", id().toString())
            .put("sequence", messages.size() + 1)
            .put("timestamp", FIRST_TIMESTAMP + messages.size())
            .put("hash", Fields.HASH)
            .put("content", content)
            .build();
    Signature signature = Signature.by(keys, JsonWriter.canonical(unsigned));
    Decoded read = MessageCodec.decode(unsigned.with("signature", Json.of(signature.toString())));
    if (read instanceof Message message) {
      messages.add(message);
      return message;
    }
    throw new IllegalArgumentException(read.toString());
  }

  /// A second copy of this feed as it stood after so many messages: what is said in both is a fork.
  public SomeFeeds copyUpTo(int length) {
    SomeFeeds copy = new SomeFeeds(keys);
    copy.messages.addAll(messages.subList(0, length));
    return copy;
  }
}
