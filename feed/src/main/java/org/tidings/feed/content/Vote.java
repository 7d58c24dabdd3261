package org.tidings.feed.content;

import java.util.Optional;
import org.tidings.feed.json.Json;
import org.tidings.feed.json.JsonObject;
import org.tidings.feed.ref.MessageId;

/// A reaction to a message; an author's latest one counts. Protocol 10.2.
///
/// @param message what it is about
/// @param value 1 for, 0 taken back, -1 against
/// @param expression a word or emoji
public record Vote(MessageId message, int value, Optional<String> expression)
    implements Content.Publishable {

  /// A like.
  public static Vote like(MessageId message) {
    return new Vote(message, 1, Optional.of("Like"));
  }

  /// Takes back an earlier vote.
  public static Vote unlike(MessageId message) {
    return new Vote(message, 0, Optional.of("Unlike"));
  }

  @Override
  public JsonObject toJson() {
    JsonObject vote =
        JsonObject.builder()
            .put("link", message.toString())
            .put("value", value)
            .put("expression", expression.map(Json::of))
            .build();
    return JsonObject.builder().put("type", "vote").put("vote", vote).build();
  }
}
