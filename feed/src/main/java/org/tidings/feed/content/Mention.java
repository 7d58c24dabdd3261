package org.tidings.feed.content;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.tidings.feed.json.Json;
import org.tidings.feed.json.JsonObject;
import org.tidings.feed.ref.Ref;

/// Something a text points to: a feed, message, blob or channel. Protocol 10.1.
///
/// @param link as written: an id, or `#` and a channel; it may be malformed
/// @param name the label, without a leading `@`
/// @param query what followed `?` in the link, for example the key of an encrypted blob
/// @param size of a blob, in bytes, as its author says
/// @param mediaType of a blob, for example `image/png`, as its author says
public record Mention(
    String link,
    Optional<String> name,
    Map<String, String> query,
    OptionalLong size,
    Optional<String> mediaType) {

  public Mention {
    query = Map.copyOf(query);
  }

  public Mention(String link, Optional<String> name, Map<String, String> query) {
    this(link, name, query, OptionalLong.empty(), Optional.empty());
  }

  /// A mention with a label.
  public static Mention of(Ref ref, String name) {
    return new Mention(ref.toString(), Optional.of(name), Map.of());
  }

  /// What it points to, if that is a feed, message or blob.
  public Optional<Ref> ref() {
    return Ref.parse(link);
  }

  /// The same of a blob that is known.
  ///
  /// @param bytes its size
  public Mention describing(long bytes, String type) {
    return new Mention(link, name, query, OptionalLong.of(bytes), Optional.of(type));
  }

  JsonObject toJson() {
    JsonObject.Builder fields = JsonObject.builder();
    query.forEach((key, value) -> fields.put(key, value));
    Optional<JsonObject> queryJson = Optional.of(fields.build()).filter(json -> !json.isEmpty());
    Optional<Json> sizeJson =
        size.isPresent() ? Optional.of(Json.of((double) size.getAsLong())) : Optional.empty();
    return JsonObject.builder()
        .put("link", link)
        .put("query", queryJson)
        .put("name", name.map(Json::of))
        .put("size", sizeJson)
        .put("type", mediaType.map(Json::of))
        .build();
  }
}
