package org.tidings.ui.profile;

import java.util.Optional;
import org.tidings.feed.index.ProfileView.SelfPortrait;
import org.tidings.feed.json.Json;
import org.tidings.feed.json.JsonException;
import org.tidings.feed.json.JsonObject;
import org.tidings.feed.json.JsonWriter;
import org.tidings.feed.ref.BlobId;

/// What somebody would say about themselves, as it stands in the form.
///
/// @param picture the one chosen, or the one they have
public record Sketch(String name, String description, Optional<BlobId> picture) {
  /// The name under which drafts keep what is neither saved nor given up.
  public static final String PLACE = "profile";

  static final Sketch NONE = new Sketch("", "", Optional.empty());

  private static final String NAME = "name";
  private static final String DESCRIPTION = "description";
  private static final String PICTURE = "image";

  static Sketch of(SelfPortrait now) {
    return new Sketch(now.name().orElse(""), now.description().orElse(""), now.image());
  }

  /// As drafts keep it.
  String write() {
    return JsonWriter.compactText(
        JsonObject.builder()
            .put(NAME, name)
            .put(DESCRIPTION, description)
            .put(PICTURE, picture.map(blob -> Json.of(blob.toString())))
            .build());
  }

  /// What [#write] made; nothing where it cannot be read.
  public static Optional<Sketch> read(String kept) {
    try {
      return Json.parse(kept) instanceof JsonObject json ? Optional.of(of(json)) : Optional.empty();
    } catch (JsonException unreadable) {
      return Optional.empty();
    }
  }

  private static Sketch of(JsonObject json) {
    return new Sketch(
        json.string(NAME).orElse(""),
        json.string(DESCRIPTION).orElse(""),
        json.string(PICTURE).flatMap(BlobId::parse));
  }
}
