package org.tidings.feed.content;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.tidings.feed.json.Json;
import org.tidings.feed.json.JsonBool;
import org.tidings.feed.json.JsonNull;
import org.tidings.feed.json.JsonNumber;
import org.tidings.feed.json.JsonObject;
import org.tidings.feed.json.JsonString;
import org.tidings.feed.json.JsonWriter;
import org.tidings.feed.ref.ChannelName;
import org.tidings.feed.ref.MultiserverAddress;
import org.tidings.feed.ref.RefLink;

/// Reads content. Never throws: a field of the wrong type is as good as absent. Stateless,
/// thread-safe.
public final class ContentParser {
  private ContentParser() {}

  /// The meaning of a message's content, or of one that was decrypted.
  public static Content parse(Json content) {
    return switch (content) {
      case JsonObject object -> parse(object);
      case JsonString(String text) -> new Encrypted(text);
      default -> new Unknown("");
    };
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
        content.string("channel").flatMap(ChannelName::normalise),
        content.string("contentWarning").filter(warning -> !warning.isBlank()));
  }

  private static Place place(JsonObject content) {
    return new Place(
        content.get("root").flatMap(Links::message),
        items(content, "branch").stream().flatMap(item -> Links.message(item).stream()).toList(),
        content.get("fork").flatMap(Links::message));
  }

  private static List<Mention> mentions(JsonObject content) {
    return items(content, "mentions").stream().flatMap(item -> mention(item).stream()).toList();
  }

  private static Optional<Mention> mention(Json item) {
    Optional<JsonObject> fields = item.asObject();
    return Links.text(item)
        .map(text -> RefLink.parse(text).orElseGet(() -> new RefLink(text, Map.of())))
        .map(
            link ->
                new Mention(
                    link.link(),
                    fields.flatMap(object -> object.string("name")),
                    query(item, link),
                    fields.map(ContentParser::size).orElse(OptionalLong.empty()),
                    fields.flatMap(object -> object.string("type"))));
  }

  private static OptionalLong size(JsonObject fields) {
    double size = fields.number("size").orElse(-1);
    return size < 0 ? OptionalLong.empty() : OptionalLong.of((long) size);
  }

  /// The key of an encrypted blob stands in the link or beside it.
  private static Map<String, String> query(Json item, RefLink link) {
    Optional<String> unbox =
        item.asObject()
            .flatMap(object -> object.object("query"))
            .flatMap(query -> query.string(RefLink.UNBOX));
    return unbox.map(key -> Map.of(RefLink.UNBOX, key)).orElse(link.query());
  }

  private static Optional<Vote> vote(JsonObject content) {
    Json vote = content.get("vote").orElse(JsonNull.NULL);
    JsonObject fields = vote.asObject().orElse(JsonObject.of());
    return Links.message(vote)
        .filter(_ -> fields.number("value").isPresent())
        .map(
            message ->
                new Vote(
                    message,
                    (int) Math.signum(fields.number("value").orElse(0)),
                    fields.string("expression")));
  }

  private static Optional<Contact> contact(JsonObject content) {
    return content
        .get("contact")
        .flatMap(Links::feed)
        .map(feed -> new Contact(feed, edge(content)));
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
    return content.get(key).map(Links::items).orElse(List.of());
  }
}
