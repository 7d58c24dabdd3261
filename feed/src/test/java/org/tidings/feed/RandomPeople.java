package org.tidings.feed;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.tidings.crypto.box.PrivateBox;
import org.tidings.crypto.box.RecipientException;
import org.tidings.feed.content.About;
import org.tidings.feed.content.ChannelSubscription;
import org.tidings.feed.content.Contact;
import org.tidings.feed.content.Post;
import org.tidings.feed.content.Recipients;
import org.tidings.feed.content.Vote;
import org.tidings.feed.json.Json;
import org.tidings.feed.json.JsonArray;
import org.tidings.feed.json.JsonObject;
import org.tidings.feed.json.JsonWriter;
import org.tidings.feed.message.Message;
import org.tidings.feed.ref.FeedId;
import org.tidings.feed.ref.MessageId;

/// People who write about each other, about us, and about what was written, as it comes: in the
/// open and in private, at any time. Confined to the test's thread.
final class RandomPeople {

  private static final int PEOPLE = 4;
  private static final double FIRST_MS = 1.7e12;
  private static final int ID_BYTES = 32;

  private final Random random;
  private final FeedId self;
  private final List<SomeFeed> people = new ArrayList<>();
  private final List<MessageId> written = new ArrayList<>();

  /// Others for each seed.
  ///
  /// @param self us
  RandomPeople(long seed, Random random, FeedId self) {
    this.random = random;
    this.self = self;
    for (int i = 0; i < PEOPLE; i++) {
      people.add(SomeFeed.of("somebody " + seed + " " + i));
    }
  }

  List<SomeFeed> all() {
    return people;
  }

  SomeFeed somebody() {
    return people.get(random.nextInt(PEOPLE));
  }

  /// One of them writes.
  void write(SomeFeed author) {
    double at = FIRST_MS + random.nextInt(100_000) * 1_000.0;
    add(isRare(4) ? author.writeSealed(sealed(author), at) : author.write(content(), at));
  }

  /// Something was written that others may speak of.
  void add(Message message) {
    written.add(message.id());
  }

  private String sealed(SomeFeed author) {
    FeedId reader = isRare(4) ? people.getFirst().id() : self;
    List<FeedId> readers = List.of(author.id(), reader);
    byte[] plain = JsonWriter.compact(Recipients.put(content(), readers));
    try {
      byte[] boxed =
          PrivateBox.seal(plain, readers.stream().map(FeedId::key).toList(), new SecureRandom());
      return Base64.getEncoder().encodeToString(boxed) + ".box";
    } catch (RecipientException refused) {
      throw new IllegalStateException(refused);
    }
  }

  /// What somebody says next.
  JsonObject content() {
    return switch (random.nextInt(12)) {
      case 0, 1 -> Post.root(text()).toJson();
      case 2, 3, 4 -> reply();
      case 5, 6 ->
          new Vote(something(), random.nextInt(3) - 1, Optional.of(isRare(2) ? "Like" : "🌱"))
              .toJson();
      case 7, 8 ->
          new Contact(anybody(), List.of(Contact.Edge.values()).get(random.nextInt(3))).toJson();
      case 9 -> About.name(anybody(), "N" + random.nextInt(5) + " X" + random.nextInt(3)).toJson();
      case 10 -> new ChannelSubscription(channel(), random.nextBoolean()).toJson();
      default -> picture();
    };
  }

  private JsonObject reply() {
    JsonObject reply = Post.reply(text(), something(), List.of(something())).toJson();
    return isRare(6) ? reply.with("fork", Json.of(something().toString())) : reply;
  }

  private JsonObject picture() {
    String blob =
        "&euq8f7LuDdxMFBrFoyzRINH+NaZ54MnN/gXsmi7zqV%c=.sha256"
            .formatted("IMQYcgks".charAt(random.nextInt(8)));
    return Post.root(text())
        .toJson()
        .with("channel", Json.of(channel()))
        .with("mentions", JsonArray.of(Json.of(blob)));
  }

  private String text() {
    return "word%d the harbour %s %s"
        .formatted(
            random.nextInt(30),
            isRare(5) ? "[x](" + anybody() + ")" : "",
            isRare(5) ? "#" + channel() : "");
  }

  private String channel() {
    return "chan" + random.nextInt(5);
  }

  private FeedId anybody() {
    int i = random.nextInt(PEOPLE + 1);
    return i == PEOPLE ? self : people.get(i).id();
  }

  /// A message, or the id of one that nobody has.
  private MessageId something() {
    if (written.isEmpty() || isRare(20)) {
      byte[] id = new byte[ID_BYTES];
      random.nextBytes(id);
      return MessageId.of(id);
    }
    return written.get(random.nextInt(written.size()));
  }

  private boolean isRare(int oneIn) {
    return random.nextInt(oneIn) == 0;
  }
}
