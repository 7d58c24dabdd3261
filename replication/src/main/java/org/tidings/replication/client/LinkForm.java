package org.tidings.replication.client;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.tidings.feed.Feeds;
import org.tidings.feed.json.Json;
import org.tidings.feed.json.JsonArray;
import org.tidings.feed.json.JsonObject;
import org.tidings.feed.log.StoredMessage;
import org.tidings.feed.message.Message;
import org.tidings.feed.ref.BlobId;
import org.tidings.feed.ref.FeedId;
import org.tidings.feed.ref.MessageId;
import org.tidings.replication.muxrpc.RpcError;

/// What `links` tells of a message: the ids that stand at the top of its content, alone, in a list
/// or as the `link` of an object, and under which name each does. Private messages count by what
/// they say, as far as they have been opened, and are shown sealed. Immutable.
///
/// @param asked with `source`, `dest` and `rel`, each an id or name, the first two also the first
///     letter of ids or what they are of
record LinkForm(Feeds feeds, JsonObject asked) {
  private static final String SOURCE = "source";
  private static final String DEST = "dest";

  /// Stands in every content that is sealed.
  private static final String SEALED = ".box";

  /// One link in a content.
  private record Link(String rel, String dest) {}

  /// As the options of a call have it.
  ///
  /// @throws RpcError when they make no sense
  static LinkForm of(Feeds feeds, JsonObject asked) throws RpcError {
    for (String end : List.of(SOURCE, DEST)) {
      String which = which(asked, end);
      if (asked.has(end) && which.length() != 1 && !isLink(which)) {
        throw new RpcError("." + end + " of param 0 must be of type \"id|filter\"");
      }
    }
    LinkForm links = new LinkForm(feeds, asked);
    if (!links.tells("meta") && !links.tells("keys") && !links.hasValues()) {
      throw new RpcError("a stream without any values does not make sense");
    }
    return links;
  }

  /// Whose messages alone are asked about, if it is so.
  Optional<FeedId> author() {
    return FeedId.parse(which(asked, SOURCE));
  }

  /// All links of that message that are asked for.
  List<Json> of(StoredMessage message) {
    String source = message.author().toString();
    if (!fits(source, which(asked, SOURCE)) || !mayName(message, which(asked, DEST))) {
      return List.of();
    }
    Optional<String> rel = asked.string("rel");
    return content(message).stream()
        .flatMap(content -> links(content).stream())
        .filter(link -> rel.isEmpty() || rel.get().equals(link.rel))
        .filter(link -> fits(link.dest, which(asked, DEST)))
        .map(link -> told(link, message))
        .toList();
  }

  /// Cheap, where one id is asked for: most messages do not name it.
  private static boolean mayName(StoredMessage message, String dest) {
    String wire = new String(message.wire(), StandardCharsets.ISO_8859_1);
    return wire.contains(dest) || wire.contains(SEALED);
  }

  private Optional<JsonObject> content(StoredMessage message) {
    Optional<Json> content = message.read().map(Message::content);
    return content.flatMap(Json::asString).isPresent()
        ? feeds.opened().content(message.arrival().number())
        : content.flatMap(Json::asObject);
  }

  private static List<Link> links(JsonObject content) {
    List<Link> links = new ArrayList<>();
    for (String rel : content.keys()) {
      content.get(rel).stream()
          .flatMap(LinkForm::items)
          .flatMap(item -> target(item).stream())
          .filter(LinkForm::isLink)
          .forEach(dest -> links.add(new Link(rel, dest)));
    }
    return links;
  }

  /// One, or several in a list or an object whose keys are the numbers from 0 on.
  private static Stream<Json> items(Json field) {
    if (field instanceof JsonArray(List<Json> items)) {
      return items.stream();
    }
    if (field instanceof JsonObject object && object.has("0")) {
      return Stream.iterate(0, i -> object.has(Integer.toString(i)), i -> i + 1)
          .flatMap(i -> object.get(Integer.toString(i)).stream());
    }
    return Stream.of(field);
  }

  private static Optional<String> target(Json item) {
    return item.asString().or(() -> item.asObject().flatMap(object -> object.string("link")));
  }

  private Json told(Link link, StoredMessage message) {
    String key = message.id().toString();
    Optional<Json> value =
        hasValues() ? Optional.of(MessageForm.PLAIN.value(message)) : Optional.empty();
    if (tells("meta")) {
      return JsonObject.builder()
          .put(SOURCE, message.author().toString())
          .put("rel", link.rel)
          .put(DEST, link.dest)
          .put("key", tells("keys") ? Optional.of(Json.of(key)) : Optional.empty())
          .put("value", value)
          .build();
    }
    if (value.isEmpty()) {
      return Json.of(key);
    }
    return tells("keys")
        ? JsonObject.of("key", Json.of(key)).with("value", value.get())
        : value.get();
  }

  private boolean tells(String what) {
    return StreamOptions.flag(asked, what, true);
  }

  private boolean hasValues() {
    return StreamOptions.flag(asked, "values", false);
  }

  /// What stands at one end: an id, the first letter of it, or nothing.
  private static String which(JsonObject asked, String end) {
    String said = asked.string(end).orElse("");
    return switch (said) {
      case "feed" -> "@";
      case "msg" -> "%";
      case "blob" -> "&";
      default -> said;
    };
  }

  private static boolean fits(String id, String which) {
    return which.length() > 1 ? id.equals(which) : id.startsWith(which);
  }

  /// With what may stand behind a question mark.
  private static boolean isLink(String text) {
    int query = text.indexOf('?');
    String id = query < 0 ? text : text.substring(0, query);
    return FeedId.parse(id).isPresent()
        || MessageId.parse(id).isPresent()
        || BlobId.parse(id).isPresent();
  }
}
