package org.tidings.feed.index;

import org.tidings.feed.content.Content;
import org.tidings.feed.content.ContentParser;
import org.tidings.feed.json.Json;
import org.tidings.feed.json.JsonObject;

/// What a message says, as the indexes see it.
///
/// @param json the content, or what was found in it by decrypting
/// @param content what that means
/// @param isPrivate whether it was decrypted
public record Meaning(Json json, Content content, boolean isPrivate) {

  /// Of a content as it stands in the message.
  public static Meaning inTheOpen(Json json) {
    return new Meaning(json, ContentParser.parse(json), false);
  }

  /// Of what somebody with our key has read.
  public static Meaning decrypted(JsonObject json) {
    return new Meaning(json, ContentParser.parse(json), true);
  }
}
