package org.tidings.app.command;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tidings.feed.json.Json;
import org.tidings.feed.json.JsonException;
import org.tidings.feed.json.JsonObject;
import org.tidings.feed.json.JsonWriter;
import org.tidings.feed.message.Chain;
import org.tidings.feed.message.Checked;
import org.tidings.feed.message.Head;
import org.tidings.feed.message.Message;
import org.tidings.feed.message.MessageVerifier;
import org.tidings.feed.message.Verdict;
import org.tidings.feed.ref.FeedId;
import org.tidings.feed.told.Told;
import org.tidings.replication.local.LineFault;
import org.tidings.replication.local.Lines;
import org.tidings.replication.local.Refusals;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Judges messages without storing any.
@Command(
    name = "verify",
    sortOptions = false,
    description =
        "Judges the messages of a file, one a line, each as if its author had written nothing"
            + " before; with --chain as what continues the lines before it. One verdict in JSON for"
            + " each. Lines are bare values, or have a key that is compared, as export writes"
            + " them.")
final class VerifyCommand implements Callable<Integer> {
  private static final String KNOWN = "the same message as before it";
  private static final String BEHIND_OTHERS = "; --chain takes the lines before it for them";
  private static final String OTHER_KEY = "the key is not that of the value";

  private final Common common;
  private final MessageVerifier verifier = new MessageVerifier();
  private final Map<FeedId, Head> heads = new HashMap<>();

  @Option(names = "--chain", description = "let each valid message continue its author's feed")
  private boolean chain;

  @Parameters(paramLabel = "FILE", description = "message values or {key,value}, one a line")
  private @Nullable Path file;

  VerifyCommand(Common common) {
    this.common = common;
  }

  @Override
  public Integer call() throws Exception {
    Path path = Objects.requireNonNull(file);
    if (!Files.isReadable(path) || Files.isDirectory(path)) {
      throw new Refused("There is no readable file " + path + ".");
    }
    try (InputStream in = Files.newInputStream(path)) {
      Lines lines = new Lines(in);
      for (Optional<Lines.Line> line = lines.next(); line.isPresent(); line = lines.next()) {
        tell(line.get());
      }
    }
    return Commands.DONE;
  }

  private void tell(Lines.Line line) throws IOException {
    common.terminal().json(judged(line));
    if (common.terminal().isDeaf()) {
      throw new MessagePrinter.NobodyListens();
    }
  }

  private JsonObject judged(Lines.Line line) {
    return switch (line) {
      case Lines.Line.Whole whole -> judged(whole.bytes());
      case Lines.Line.TooLong tooLong -> invalid(LineFault.TOO_LONG.sentence());
    };
  }

  private JsonObject judged(byte[] line) {
    return switch (verifier.check(line)) {
      case Checked.Genuine(Message message) -> judged(message);
      case Verdict.Refused refused ->
          keyed(line).map(this::judged).orElseGet(() -> invalid(refused));
    };
  }

  /// A value with the key that it is said to have.
  private record Keyed(String key, JsonObject value) {}

  private static Optional<Keyed> keyed(byte[] line) {
    try {
      return Json.parse(line)
          .asObject()
          .flatMap(
              object ->
                  object
                      .string("key")
                      .flatMap(key -> object.object("value").map(value -> new Keyed(key, value))));
    } catch (JsonException e) {
      return Optional.empty();
    }
  }

  private JsonObject judged(Keyed keyed) {
    return switch (verifier.check(JsonWriter.compact(keyed.value))) {
      case Checked.Genuine(Message message) ->
          message.id().toString().equals(keyed.key) ? judged(message) : invalid(OTHER_KEY);
      case Verdict.Refused refused -> invalid(refused);
    };
  }

  private JsonObject judged(Message message) {
    Optional<Head> head = Optional.ofNullable(heads.get(message.author()));
    Verdict verdict = Chain.judge(message, head, id -> head.map(Head::id).equals(Optional.of(id)));
    if (!(verdict instanceof Verdict.Accepted)) {
      return invalid(reason(verdict));
    }
    if (chain) {
      heads.put(message.author(), message.asHead());
    }
    return JsonObject.builder().put("valid", true).put("id", message.id().toString()).build();
  }

  private String reason(Verdict verdict) {
    String words = Refusals.reason(verdict).map(Told::sentence).orElse(KNOWN);
    return verdict instanceof Verdict.Gap && !chain ? words + BEHIND_OTHERS : words;
  }

  private static JsonObject invalid(Verdict.Refused refused) {
    return invalid(Refusals.reason(refused).orElseThrow().sentence());
  }

  private static JsonObject invalid(String reason) {
    return JsonObject.builder().put("valid", false).put("reason", reason).build();
  }
}
