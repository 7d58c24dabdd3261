package org.tidings.ui.compose;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tidings.feed.blob.BlobLink;
import org.tidings.feed.content.Mention;
import org.tidings.feed.json.Json;
import org.tidings.feed.json.JsonArray;
import org.tidings.feed.json.JsonException;
import org.tidings.feed.json.JsonObject;
import org.tidings.feed.json.JsonWriter;
import org.tidings.ui.markdown.Escaped;
import org.tidings.ui.picture.Embedded;

/// A picture or file that goes with a text, kept here already.
///
/// @param words what a picture shows, for those who do not see it; of a file its name
/// @param size in bytes
/// @param mediaType for example `image/jpeg`
record Attachment(BlobLink link, String words, long size, String mediaType) {

  private static final Pattern MARKDOWN =
      Pattern.compile("!?\\[((?:[^\\\\\\]]|\\\\.)*)\\]\\((&[^)\\s]+)\\)");

  boolean isPicture() {
    return mediaType.startsWith("image/");
  }

  Attachment describedAs(String next) {
    return new Attachment(link, next, size, mediaType);
  }

  Embedded embedded() {
    return new Embedded(link, words, OptionalLong.of(size), Optional.of(mediaType));
  }

  /// As it stands in the text of a post.
  String markdown() {
    return (isPicture() ? "!" : "") + "[" + Escaped.of(words) + "](" + link + ")";
  }

  /// What a line of a post attaches; nothing where the post says no more of it than that line.
  static Optional<Attachment> of(String line, List<Mention> mentions) {
    Matcher parts = MARKDOWN.matcher(line);
    return parts.matches()
        ? BlobLink.parse(parts.group(2))
            .flatMap(link -> of(link, parts.group(1).replaceAll("\\\\(.)", "$1"), mentions))
        : Optional.empty();
  }

  private static Optional<Attachment> of(BlobLink link, String words, List<Mention> mentions) {
    return mentions.stream()
        .filter(one -> BlobLink.of(one.link(), one.query()).equals(Optional.of(link)))
        .filter(one -> one.size().isPresent() && one.mediaType().isPresent())
        .map(
            one ->
                new Attachment(link, words, one.size().getAsLong(), one.mediaType().orElseThrow()))
        .findFirst();
  }

  /// What the post says of it beside that.
  Mention describe(Mention mention) {
    boolean same = BlobLink.of(mention.link(), mention.query()).equals(Optional.of(link));
    return same ? mention.describing(size, mediaType) : mention;
  }

  /// As drafts keep them; empty for none.
  static String write(List<Attachment> all) {
    return all.isEmpty()
        ? ""
        : JsonWriter.compactText(new JsonArray(all.stream().<Json>map(Attachment::json).toList()));
  }

  /// What [#write] made; what cannot be read is left out.
  static List<Attachment> read(String kept) {
    try {
      return !kept.isEmpty() && Json.parse(kept) instanceof JsonArray(List<Json> items)
          ? items.stream()
              .flatMap(item -> item.asObject().flatMap(Attachment::of).stream())
              .toList()
          : List.of();
    } catch (JsonException unreadable) {
      return List.of();
    }
  }

  private JsonObject json() {
    return JsonObject.builder()
        .put("link", link.toString())
        .put("words", words)
        .put("size", size)
        .put("type", mediaType)
        .build();
  }

  private static Optional<Attachment> of(JsonObject kept) {
    return kept.string("link")
        .flatMap(BlobLink::parse)
        .map(
            link ->
                new Attachment(
                    link,
                    kept.string("words").orElse(""),
                    (long) kept.number("size").orElse(0),
                    kept.string("type").orElse("")));
  }
}
