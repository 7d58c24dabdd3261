package org.tidings.feed.content;

import java.util.Optional;
import org.tidings.feed.json.Json;
import org.tidings.feed.json.JsonObject;
import org.tidings.feed.ref.BlobId;
import org.tidings.feed.ref.FeedId;
import org.tidings.feed.ref.Ref;

/// Says something about a feed, message or blob; only what is present is said. Protocol 10.3.
public record About(
    Ref subject, Optional<String> name, Optional<BlobId> image, Optional<String> description)
    implements Content.Publishable {

  /// Gives a feed a name.
  public static About name(FeedId feed, String name) {
    return new About(feed, Optional.of(name), Optional.empty(), Optional.empty());
  }

  @Override
  public JsonObject toJson() {
    return JsonObject.builder()
        .put("type", "about")
        .put("about", subject.toString())
        .put("name", name.map(Json::of))
        .put("image", image.map(id -> Json.of(id.toString())))
        .put("description", description.map(Json::of))
        .build();
  }
}
