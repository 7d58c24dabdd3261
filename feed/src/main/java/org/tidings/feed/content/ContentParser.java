package org.tidings.feed.content;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.tidings.feed.json.Json;
import org.tidings.feed.json.JsonBool;
import org.tidings.feed.json.JsonNull;
import org.tidings.feed.json.JsonNumber;
import org.tidings.feed.json.JsonObject;
import org.tidings.feed.json.JsonString;
import org.tidings.feed.json.JsonWriter;
import org.tidings.feed.ref.ChannelName;
import org.tidings.feed.ref.FeedId;
import org.tidings.feed.ref.MessageId;
import org.tidings.feed.ref.MultiserverAddress;
import org.tidings.feed.ref.RefLink;

/// Reads content. Never throws: a field of the wrong type is as good as absent. Stateless,
/// thread-safe. What every message passes is written without lambdas, streams and switches on
/// types: in the first seconds of a process, compiling and linking those cost more than reading
/// did.
public final class ContentParser {
  private ContentParser() {}

  /// The meaning of a message's content, or of one that was decrypted.
  public static Content parse(Json content) {
    if (content instanceof JsonObject object) {
      return parse(object);
    }
    return content instanceof JsonString(String text) ? new Encrypted(text) : new Unknown("");
  }

  private static Content parse(JsonObject content) {
    String type = content.string("type").orElse("");
    Optional<? extends Content> known =
        switch (type) {
          case "post" -> Optional.of(post(content));
          case "vote" -> vote(content);
          case "contact" -> contact(content);
          case "about" -> about(content);
          case "pub" -> pub(content);
          case "channel" -> subscription(content);
          default -> Optional.<Content>empty();
        };
    return known.isPresent() ? known.get() : new Unknown(type);
  }

  private static Post post(JsonObject content) {
    return new Post(
        content.string("text").orElse(""),
        place(content),
        mentions(content),
        channel(content),
        content.string("contentWarning").filter(warning -> !warning.isBlank()));
  }

  private static Optional<String> channel(JsonObject content) {
    Optional<String> channel = content.string("channel");
    return channel.isPresent() ? ChannelName.normalise(channel.get()) : Optional.empty();
  }

  private static Place place(JsonObject content) {
    Optional<MessageId> fork = message(content, "fork");
    return new Place(message(content, "root").or(() -> fork), branch(content), fork);
  }

  private static Optional<MessageId> message(JsonObject content, String key) {
    Optional<Json> field = content.get(key);
    return field.isPresent() ? Links.message(field.get()) : Optional.empty();
  }

  private static List<MessageId> branch(JsonObject content) {
    List<MessageId> branch = new ArrayList<>();
    for (Json item : items(content, "branch")) {
      Optional<MessageId> id = Links.message(item);
      if (id.isPresent()) {
        branch.add(id.get());
      }
    }
    return branch;
  }

  private static List<Mention> mentions(JsonObject content) {
    List<Mention> mentions = new ArrayList<>();
    for (Json item : items(content, "mentions")) {
      Optional<String> text = Links.text(item);
      if (text.isPresent()) {
        mentions.add(mention(item, text.get()));
      }
    }
    return mentions;
  }

  private static Mention mention(Json item, String text) {
    RefLink link = RefLink.parse(text).orElseGet(() -> new RefLink(text, Map.of()));
    JsonObject fields = item.asObject().orElse(JsonObject.of());
    return new Mention(
        link.link(),
        fields.string("name"),
        query(fields, link),
        size(fields),
        fields.string("type"));
  }

  private static OptionalLong size(JsonObject fields) {
    double size = fields.number("size").orElse(-1);
    return size < 0 ? OptionalLong.empty() : OptionalLong.of((long) size);
  }

  /// The key of an encrypted blob stands in the link or beside it.
  private static Map<String, String> query(JsonObject fields, RefLink link) {
    Optional<JsonObject> query = fields.object("query");
    Optional<String> unbox =
        query.isPresent() ? query.get().string(RefLink.UNBOX) : Optional.empty();
    return unbox.isPresent() ? Map.of(RefLink.UNBOX, unbox.get()) : link.query();
  }

  private static Optional<Vote> vote(JsonObject content) {
    Json vote = content.get("vote").orElse(JsonNull.NULL);
    JsonObject fields = vote.asObject().orElse(JsonObject.of());
    Optional<MessageId> message = Links.message(vote);
    OptionalDouble value = fields.number("value");
    if (message.isEmpty() || value.isEmpty()) {
      return Optional.empty();
    }
    int sign = (int) Math.signum(value.getAsDouble());
    return Optional.of(new Vote(message.get(), sign, fields.string("expression")));
  }

  private static Optional<Contact> contact(JsonObject content) {
    Optional<FeedId> feed = Links.feed(content.get("contact").orElse(JsonNull.NULL));
    return feed.isPresent()
        ? Optional.of(new Contact(feed.get(), edge(content)))
        : Optional.empty();
  }

  private static Contact.Edge edge(JsonObject content) {
    if (isTruthy(content, "blocking") || isTruthy(content, "flagged")) {
      return Contact.Edge.BLOCK;
    }
    boolean follows = content.bool("following").orElse(false);
    return follows ? Contact.Edge.FOLLOW : Contact.Edge.NEUTRAL;
  }

  /// What JavaScript takes for true.
  private static boolean isTruthy(JsonObject content, String key) {
    return switch (content.get(key).orElse(JsonNull.NULL)) {
      case JsonBool bool -> bool.value();
      case JsonNull _ -> false;
      case JsonNumber(double value) -> value != 0;
      case JsonString(String text) -> !text.isEmpty();
      default -> true;
    };
  }

  private static Optional<About> about(JsonObject content) {
    return content
        .get("about")
        .flatMap(Links::ref)
        .map(
            subject ->
                new About(
                    subject,
                    content.string("name"),
                    content.get("image").flatMap(Links::blob),
                    content.string("description")));
  }

  private static Optional<Pub> pub(JsonObject content) {
    return switch (content.get("address").orElse(JsonNull.NULL)) {
      case JsonString(String text) -> MultiserverAddress.parse(text).map(Pub::new);
      case JsonObject address -> MultiserverAddress.parse(legacyText(address)).map(Pub::new);
      default -> Optional.empty();
    };
  }

  private static String legacyText(JsonObject address) {
    return address.string("host").orElse("")
        + ":"
        + address.get("port").map(ContentParser::portText).orElse("")
        + ":"
        + address.string("key").orElse("");
  }

  private static String portText(Json port) {
    return port.asString().orElseGet(() -> JsonWriter.compactText(port));
  }

  private static Optional<ChannelSubscription> subscription(JsonObject content) {
    return content
        .string("channel")
        .flatMap(ChannelName::normalise)
        .flatMap(
            channel -> content.bool("subscribed").map(on -> new ChannelSubscription(channel, on)));
  }

  private static List<Json> items(JsonObject content, String key) {
    return Links.items(content.get(key).orElse(JsonNull.NULL));
  }
}
