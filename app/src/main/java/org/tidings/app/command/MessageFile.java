package org.tidings.app.command;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.tidings.feed.json.Json;
import org.tidings.feed.json.JsonException;
import org.tidings.feed.ref.FeedId;
import org.tidings.replication.local.Lines;
import org.tidings.replication.peer.ConnImport;

/// A file of messages, one JSON value a line, or of the peers another program knew; told by its
/// name.
final class MessageFile {
  private static final String PACKED = ".gz";

  /// Stands before all that an author could say.
  private static final Pattern AUTHOR = Pattern.compile("\"author\"\\s*:\\s*\"([^\"]+)\"");

  private MessageFile() {}

  /// Such a file, packed or not, of messages or of peers.
  static void checkToRead(Path file) throws WrongUsage {
    if (!ConnImport.isFor(file)) {
      String name = lower(file);
      check(
          file,
          name.endsWith(PACKED) ? name.substring(0, name.length() - PACKED.length()) : name,
          "neither an .ndjson nor a .jsonl file, packed as .gz or not");
    }
  }

  /// A file of messages that is not packed.
  static void checkToWrite(Path file) throws WrongUsage {
    check(file, lower(file), "neither an .ndjson nor a .jsonl file");
  }

  /// How many messages of these feeds are in it.
  static int countOf(Set<FeedId> authors, Path file) throws IOException {
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

  private static String lower(Path file) {
    return file.toString().toLowerCase(Locale.ROOT);
  }

  private static void check(Path file, String name, String otherwise) throws WrongUsage {
    if (!name.endsWith(".ndjson") && !name.endsWith(".jsonl")) {
      throw new WrongUsage(
          "%s is %s; other forms are not known here yet.".formatted(file, otherwise));
    }
  }
}
