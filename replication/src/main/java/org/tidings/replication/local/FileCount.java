package org.tidings.replication.local;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.tidings.feed.json.Json;
import org.tidings.feed.json.JsonException;
import org.tidings.feed.ref.FeedId;

/// Counts what a file of messages has of some feeds. Stateless.
final class FileCount {
  /// Stands before all that an author could say.
  private static final Pattern AUTHOR = Pattern.compile("\"author\"\\s*:\\s*\"([^\"]+)\"");

  private FileCount() {}

  /// How many messages of these feeds are in it.
  static int of(Set<FeedId> authors, Path file) throws IOException {
    Set<String> ids = authors.stream().map(FeedId::toString).collect(Collectors.toSet());
    Set<Place> places = new HashSet<>();
    try (InputStream in = Files.newInputStream(file)) {
      Lines lines = new Lines(in);
      for (Optional<Lines.Line> line = lines.next(); line.isPresent(); line = lines.next()) {
        if (line.get() instanceof Lines.Line.Whole whole) {
          placeIn(whole.bytes(), ids).ifPresent(places::add);
        }
      }
    }
    return places.size();
  }

  private record Place(String author, double sequence) {}

  /// Most lines are of others, and reading them as JSON would take long.
  private static Optional<Place> placeIn(byte[] line, Set<String> authors) {
    Matcher author = AUTHOR.matcher(new String(line, StandardCharsets.ISO_8859_1));
    if (!author.find() || !authors.contains(author.group(1))) {
      return Optional.empty();
    }
    try {
      return Json.parse(line)
          .asObject()
          .map(object -> object.object("value").orElse(object))
          .filter(value -> value.string("author").equals(Optional.of(author.group(1))))
          .flatMap(
              value ->
                  value.number("sequence").stream()
                      .mapToObj(sequence -> new Place(author.group(1), sequence))
                      .findFirst());
    } catch (JsonException rubbish) {
      return Optional.empty();
    }
  }
}
