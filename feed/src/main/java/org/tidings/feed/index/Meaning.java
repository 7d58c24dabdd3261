package org.tidings.feed.index;

import org.tidings.feed.content.Content;
import org.tidings.feed.content.ContentParser;
import org.tidings.feed.content.Post;
import org.tidings.feed.json.Json;
import org.tidings.feed.json.JsonObject;
import org.tidings.feed.text.Words;

/// What a message says, as the indexes see it. Made where many threads check what comes in, so that
/// the one that writes only has to write.
///
/// @param json the content, or what was found in it by decrypting
/// @param content what that means
/// @param isPrivate whether it was decrypted
/// @param words what a post is found by; empty for everything else
public record Meaning(Json json, Content content, boolean isPrivate, String words) {

  /// Of a content as it stands in the message.
  public static Meaning inTheOpen(Json json) {
    return of(json, false);
  }

  /// Of what somebody with our key has read.
  public static Meaning decrypted(JsonObject json) {
    return of(json, true);
  }

  private static Meaning of(Json json, boolean isPrivate) {
    Content content = ContentParser.parse(json);
    return new Meaning(json, content, isPrivate, content instanceof Post post ? words(post) : "");
  }

  private static String words(Post post) {
    return Words.indexed(searched(post));
  }

  /// The text of which the words of a post are.
  public static String searched(Post post) {
    return post.contentWarning().map(warning -> warning + " ").orElse("") + post.text();
  }
}
