package org.tidings.feed.bench;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.tidings.crypto.key.KeyPair;
import org.tidings.crypto.key.SomeKeys;
import org.tidings.feed.json.Json;
import org.tidings.feed.json.JsonArray;
import org.tidings.feed.json.JsonObject;
import org.tidings.feed.json.JsonString;
import org.tidings.feed.message.Head;
import org.tidings.feed.message.Message;
import org.tidings.feed.message.UnpublishableException;
import org.tidings.feed.message.UnsignedMessage;
import org.tidings.feed.ref.FeedId;
import org.tidings.feed.ref.MessageId;

/// People who write at random, as people do: half of it posts (most of them replies), then likes,
/// follows, names, private messages. The same for the same number of authors.
final class SomeNetwork {
  private static final double FIRST_MS = 1_500_000_000_000.0;

  /// A million messages took them nine years.
  private static final double STEP_MS = 290_000;
  private static final int SEED = 20_261_124;
  private static final int RECENT = 400;

  /// So often somebody says what everybody answers.
  private static final int TALKED_ABOUT = 200;

  /// How many times more than anything else.
  private static final int ANSWERED = 40;

  /// Somebody who is mentioned now and then, and answered never.
  static final KeyPair MENTIONED = SomeKeys.of("mentioned");

  /// Stands in one of some thousand posts.
  static final String RARE = "zeppelin";
  private static final String[] WORDS =
      ("the of and to a in is it you that we for on are with as his they be at one have this from"
           + " or had by hot word but what some there out other were all your when up use how said"
           + " an each she which do their time if will way about many then them write would like so"
           + " harbour garden gossip feed offline letter winter river bicycle kitchen lantern"
           + " scuttlebutt café Straße naïve mañana šport ελληνικά 日本語 العربية ⛵ 🌱 #gardening"
           + " #sailing")
          .split(" ");

  private final Random random = new Random(SEED);
  private final List<Author> authors = new ArrayList<>();
  private final List<Spot> recent = new ArrayList<>();
  private long written;

  /// Where one may answer.
  private record Spot(MessageId root, MessageId newest) {}

  private static final class Author {
    final KeyPair keys;
    final FeedId id;
    Optional<Head> head = Optional.empty();

    Author(KeyPair keys) {
      this.keys = keys;
      this.id = FeedId.of(keys.publicKey());
    }
  }

  SomeNetwork(int count) {
    for (int i = 0; i < count; i++) {
      authors.add(new Author(SomeKeys.of("author " + i)));
    }
  }

  /// The next message anybody writes: few write much, most write little.
  Message next() {
    double skewed = random.nextDouble() * random.nextDouble();
    Author author = authors.get((int) (skewed * authors.size()));
    int kind = random.nextInt(100);
    Json content;
    Optional<MessageId> root = Optional.empty();
    if (kind < 52) {
      Optional<Spot> answered =
          recent.isEmpty() || random.nextInt(5) == 0
              ? Optional.empty()
              : Optional.of(recent.get(random.nextInt(recent.size())));
      root = answered.map(Spot::root);
      content = post(answered);
    } else if (kind < 78 && !recent.isEmpty()) {
      content = vote(recent.get(random.nextInt(recent.size())).newest());
    } else if (kind < 90) {
      content = contact();
    } else if (kind < 94) {
      content = about(author);
    } else {
      content = encrypted();
    }
    Message message = sign(author, content);
    if (kind < 52) {
      Spot spot = new Spot(root.orElse(message.id()), message.id());
      int times = root.isEmpty() && random.nextInt(TALKED_ABOUT) == 0 ? ANSWERED : 1;
      for (int i = 0; i < times; i++) {
        remember(spot);
      }
    }
    return message;
  }

  private void remember(Spot spot) {
    if (recent.size() < RECENT) {
      recent.add(spot);
    } else {
      recent.set(random.nextInt(RECENT), spot);
    }
  }

  private Message sign(Author author, Json content) {
    try {
      double time = FIRST_MS + written++ * STEP_MS;
      Message message = UnsignedMessage.after(author.head, time, content).sign(author.keys);
      author.head = Optional.of(message.asHead());
      return message;
    } catch (UnpublishableException tooLong) {
      throw new IllegalStateException(tooLong);
    }
  }

  private JsonObject post(Optional<Spot> answered) {
    return JsonObject.builder()
        .put("type", "post")
        .put("text", text())
        .put("root", answered.map(spot -> Json.of(spot.root().toString())))
        .put("branch", answered.map(spot -> Json.of(spot.newest().toString())))
        .put("channel", now(5).map(yes -> Json.of("channel" + random.nextInt(30))))
        .put("mentions", now(100).map(yes -> mention()))
        .build();
  }

  private String text() {
    String text = words(random.nextInt(10) == 0 ? 200 : 5 + random.nextInt(50));
    return random.nextInt(5_000) == 0 ? text + ' ' + RARE : text;
  }

  /// Once in so many times.
  private Optional<Boolean> now(int times) {
    return Optional.of(random.nextInt(times) == 0).filter(yes -> yes);
  }

  private static Json mention() {
    String link = FeedId.of(MENTIONED.publicKey()).toString();
    return new JsonArray(List.of(JsonObject.builder().put("link", link).build()));
  }

  private static JsonObject vote(MessageId target) {
    JsonObject vote =
        JsonObject.builder()
            .put("link", target.toString())
            .put("value", 1)
            .put("expression", "Like")
            .build();
    return JsonObject.builder().put("type", "vote").put("vote", vote).build();
  }

  private JsonObject contact() {
    return JsonObject.builder()
        .put("type", "contact")
        .put("contact", authors.get(random.nextInt(authors.size())).id.toString())
        .put("following", random.nextInt(10) > 0)
        .build();
  }

  private JsonObject about(Author author) {
    return JsonObject.builder()
        .put("type", "about")
        .put("about", author.id.toString())
        .put("name", words(2))
        .build();
  }

  private JsonString encrypted() {
    byte[] box = new byte[300 + random.nextInt(500)];
    random.nextBytes(box);
    return new JsonString(Base64.getEncoder().encodeToString(box) + ".box");
  }

  private String words(int count) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < count; i++) {
      text.append(i == 0 ? "" : " ").append(WORDS[random.nextInt(WORDS.length)]);
    }
    return text.toString();
  }
}
