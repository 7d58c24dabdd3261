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
import org.tidings.feed.json.Json;
import org.tidings.feed.json.JsonException;
import org.tidings.feed.ref.FeedId;
import org.tidings.replication.local.Lines;
import org.tidings.replication.peer.ConnImport;

/// A file of messages, one JSON value a line, or of the peers another program knew; told by its
/// name.
final class MessageFile {
  private static final String PACKED = ".gz";

  private MessageFile() {}

  /// Such a file, packed or not, of messages or of peers.
  static void checkToRead(Path file) throws Refused {
    if (!ConnImport.isFor(file)) {
      String name = lower(file);
      check(
          file,
          name.endsWith(PACKED) ? name.substring(0, name.length() - PACKED.length()) : name,
          "neither an .ndjson nor a .jsonl file, packed as .gz or not");
    }
  }

  /// A file of messages that is not packed.
  static void checkToWrite(Path file) throws Refused {
    check(file, lower(file), "neither an .ndjson nor a .jsonl file");
  }

  /// How many messages of this feed are in it.
  static int countOf(FeedId author, Path file) throws IOException {
    Set<Double> sequences = new HashSet<>();
    try (InputStream in = Files.newInputStream(file)) {
      Lines lines = new Lines(in);
      for (Optional<Lines.Line> line = lines.next(); line.isPresent(); line = lines.next()) {
        if (line.get() instanceof Lines.Line.Whole whole) {
          sequenceIn(whole.bytes(), author.toString()).ifPresent(sequences::add);
        }
      }
    }
    return sequences.size();
  }

  /// Most lines are of others, and reading them as JSON would take long.
  private static Optional<Double> sequenceIn(byte[] line, String author) {
    if (!new String(line, StandardCharsets.ISO_8859_1).contains(author)) {
      return Optional.empty();
    }
    try {
      return Json.parse(line)
          .asObject()
          .map(object -> object.object("value").orElse(object))
          .filter(value -> value.string("author").equals(Optional.of(author)))
          .flatMap(value -> value.number("sequence").stream().boxed().findFirst());
    } catch (JsonException rubbish) {
      return Optional.empty();
    }
  }

  private static String lower(Path file) {
    return file.toString().toLowerCase(Locale.ROOT);
  }

  private static void check(Path file, String name, String otherwise) throws Refused {
    if (!name.endsWith(".ndjson") && !name.endsWith(".jsonl")) {
      throw new Refused("%s is %s; other forms are not known here yet.".formatted(file, otherwise));
    }
  }
}
