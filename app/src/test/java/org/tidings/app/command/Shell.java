package org.tidings.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.tidings.app.folder.Places;
import org.tidings.feed.json.Json;
import org.tidings.feed.json.JsonException;
import org.tidings.feed.json.JsonObject;

/// Types command lines on one data folder, in this process.
final class Shell {
  private final Path parent;

  Shell(Path parent) {
    this.parent = parent;
  }

  /// What came of a command line.
  record Answer(int code, String out, String err) {
    List<String> lines() {
      return out.lines().toList();
    }

    /// Its lines, each one JSON object.
    List<JsonObject> objects() {
      return lines().stream().map(Shell::object).toList();
    }

    /// Its only line, a JSON object.
    JsonObject json() {
      assertThat(err).isEmpty();
      assertThat(code).isZero();
      assertThat(lines()).hasSize(1);
      return objects().getFirst();
    }

    /// The one sentence it refused with.
    String refusal() {
      assertThat(out).isEmpty();
      assertThat(code).isEqualTo(Commands.REFUSED);
      assertThat(err.lines()).hasSize(1);
      return err.strip();
    }

    /// The one sentence that says what is wrong with the words.
    String wrongUsage() {
      assertThat(out).isEmpty();
      assertThat(code).isEqualTo(Commands.WRONG_USAGE);
      assertThat(err.lines()).hasSize(1);
      return err.strip();
    }
  }

  Answer type(String... words) {
    return type(Optional.empty(), words);
  }

  /// The same where somebody watches.
  Answer typeWatched(String... words) {
    return type(Optional.of(Duration.ofMillis(1)), words);
  }

  private Answer type(Optional<Duration> pace, String... words) {
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    Terminal terminal =
        new Terminal(
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            pace);
    int code = new Commands(options -> 42, terminal, places()).run(words);
    return new Answer(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  /// The same folder in another place, as a copy would be.
  Shell copiedTo(Path elsewhere) throws IOException {
    Shell copy = new Shell(elsewhere);
    Files.createDirectories(copy.folder());
    try (Stream<Path> files = Files.list(folder())) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.copy(file, copy.folder().resolve(file.getFileName()));
      }
    }
    return copy;
  }

  Path folder() {
    return places().data();
  }

  Places places() {
    return new Places(parent.resolve("data"), parent.resolve("state"));
  }

  private static JsonObject object(String line) {
    try {
      return Json.parse(line).asObject().orElseThrow();
    } catch (JsonException e) {
      throw new AssertionError(line, e);
    }
  }
}
