package org.tidings.feed.content;

import java.util.List;
import java.util.Optional;
import org.tidings.feed.json.Json;
import org.tidings.feed.json.JsonArray;
import org.tidings.feed.json.JsonObject;
import org.tidings.feed.ref.MessageId;

/// A text. Protocol 10.1.
///
/// @param text Markdown; empty when the field is missing or no string
/// @param place where it stands among threads
/// @param mentions what it points to
/// @param channel its channel, normalised
/// @param contentWarning what to show instead of the text until the reader asks for it
public record Post(
    String text,
    Place place,
    List<Mention> mentions,
    Optional<String> channel,
    Optional<String> contentWarning)
    implements Content.Publishable {

  public Post {
    mentions = List.copyOf(mentions);
  }

  /// A post that starts a thread; its mentions are read from the text.
  public static Post root(String text) {
    return at(Place.ROOT, text);
  }

  /// A reply in the thread of `root`; `branch` are the newest messages of that thread we know.
  public static Post reply(String text, MessageId root, List<MessageId> branch) {
    return at(Place.after(root, branch), text);
  }

  /// The content warning, unless there is nothing in it.
  public Optional<String> warning() {
    return contentWarning.filter(warning -> !warning.isBlank());
  }

  private static Post at(Place place, String text) {
    return new Post(text, place, Mentions.of(text), Optional.empty(), Optional.empty());
  }

  @Override
  public JsonObject toJson() {
    return place
        .putInto(JsonObject.builder().put("type", "post").put("text", text))
        .put("channel", channel.map(Json::of))
        .put("contentWarning", contentWarning.map(Json::of))
        .put("mentions", mentionsJson())
        .build();
  }

  private Optional<Json> mentionsJson() {
    return mentions.isEmpty()
        ? Optional.empty()
        : Optional.of(new JsonArray(mentions.stream().<Json>map(Mention::toJson).toList()));
  }
}
