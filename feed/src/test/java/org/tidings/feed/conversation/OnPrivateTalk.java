package org.tidings.feed.conversation;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.tidings.crypto.box.PrivateBox;
import org.tidings.crypto.box.RecipientException;
import org.tidings.feed.OnFreshFeeds;
import org.tidings.feed.SomeFeed;
import org.tidings.feed.index.TimelineKey;
import org.tidings.feed.json.Json;
import org.tidings.feed.json.JsonArray;
import org.tidings.feed.json.JsonObject;
import org.tidings.feed.json.JsonWriter;
import org.tidings.feed.log.PublishRefused;
import org.tidings.feed.message.Message;
import org.tidings.feed.ref.FeedId;

/// Tests of private messages among us, Ann and Bob. Confined to the test's thread.
abstract class OnPrivateTalk extends OnFreshFeeds {

  final SomeFeed ann = SomeFeed.of("ann");
  final SomeFeed bob = SomeFeed.of("bob");
  FeedId self;

  @BeforeEach
  final void knowOurselves() {
    self = feeds.identity().id();
  }

  private static JsonObject forThem(JsonObject content, FeedId... recipients) {
    List<Json> ids = Arrays.stream(recipients).map(id -> Json.of(id.toString())).toList();
    return content.with("recps", new JsonArray(ids));
  }

  static Message tell(SomeFeed author, JsonObject content, FeedId... recipients) {
    return seal(author, JsonWriter.compact(forThem(content, recipients)), recipients);
  }

  static Message seal(SomeFeed author, byte[] plain, FeedId... recipients) {
    try {
      byte[] boxed =
          PrivateBox.seal(
              plain, Stream.of(recipients).map(FeedId::key).toList(), new SecureRandom());
      return author.writeSealed(Base64.getEncoder().encodeToString(boxed) + ".box");
    } catch (RecipientException refused) {
      throw new IllegalArgumentException(refused);
    }
  }

  Message say(JsonObject content, FeedId... recipients) throws PublishRefused {
    return feeds.publisher().publishPrivate(forThem(content, recipients), List.of(recipients));
  }

  List<Conversation> latest() {
    return feeds.conversations().latest(TimelineKey.TOP, 10);
  }

  List<String> texts(FeedId... others) {
    return feeds.conversations().posts(List.of(others), TimelineKey.TOP, 10).stream()
        .map(post -> post.post().text())
        .toList();
  }

  /// Takes in what these have written so far, and has it read.
  @Override
  protected void store(SomeFeed... authors) {
    super.store(authors);
    temp.settled();
  }

  /// The same without waiting until it has been read.
  void storeUnread(SomeFeed... authors) {
    super.store(authors);
  }
}
