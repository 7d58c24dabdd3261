package org.tidings.replication.local;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.ZipException;
import org.tidings.feed.Feeds;
import org.tidings.feed.json.Json;
import org.tidings.feed.json.JsonException;
import org.tidings.feed.json.JsonObject;
import org.tidings.feed.json.JsonWriter;
import org.tidings.feed.log.Ingest;
import org.tidings.feed.log.Origin;
import org.tidings.feed.message.Verdict;
import org.tidings.feed.ref.FeedId;
import org.tidings.replication.local.LocalNode.MessageSink;
import org.tidings.replication.muxrpc.RpcError;

/// Takes in one file of messages, one a line: bare values and `{"key","value"}` in any mixture.
/// Used once; verdicts may come on any thread.
final class FileImport {
  /// So many lines later it is told how far it has come.
  private static final int STRETCH = 500;

  private final Ingest ingest;
  private final MessageSink told;
  private final Set<String> blocked;
  private final Map<String, Long> reasons = new TreeMap<>();
  private long added;
  private long known;
  private long refused;
  private long pending;
  private Optional<Failure> failure = Optional.empty();

  /// Why the file was not read to its end.
  ///
  /// @param afterwards what holds of what was taken in before
  private record Failure(String sentence, String afterwards) {}

  /// @param told as in [LocalNode#importFile]
  FileImport(Feeds feeds, MessageSink told) {
    this.told = told;
    this.ingest = feeds.ingest();
    this.blocked = blocked(feeds);
  }

  /// Whom we block as the import begins; what was here of them and is damaged may come again. Whom
  /// the file itself has us block comes in, in whatever order it is.
  private static Set<String> blocked(Feeds feeds) {
    Set<FeedId> damaged = feeds.log().damaged();
    return feeds.graph().known().entrySet().stream()
        .filter(known -> known.getValue().isBlocked() && !damaged.contains(known.getKey()))
        .map(known -> known.getKey().toString())
        .collect(Collectors.toSet());
  }

  /// Offers every line and waits until all are judged: `{"added","known","refused","reasons"}`.
  ///
  /// @throws RpcError when the store could not keep a message that was good, or a packed file is
  ///     damaged; what was kept stays
  JsonObject run(Path file) throws IOException, InterruptedException {
    try {
      read(file);
    } catch (EOFException cut) {
      fail("The file ends in the middle: it was cut short when it was made or copied.");
    } catch (ZipException broken) {
      fail("The file is damaged.");
    } catch (Unpacked.OtherFormException other) {
      throw new RpcError(String.valueOf(other.getMessage()));
    } catch (Unpacked.TooMuchException notMessages) {
      fail("The file unpacks to far more than messages could; it was not read to its end.");
    }
    return counts();
  }

  private void read(Path file) throws IOException, InterruptedException {
    long size = Files.size(file);
    try (Metered bytes = new Metered(Files.newInputStream(file));
        InputStream in = Unpacked.open(file, bytes)) {
      Lines lines = new Lines(in);
      int count = 0;
      for (Optional<Lines.Line> line = lines.next();
          line.isPresent() && !hasFailed();
          line = lines.next()) {
        switch (line.get()) {
          case Lines.Line.Whole whole -> offer(whole.bytes());
          case Lines.Line.TooLong tooLong -> refuse(Refusals.TOO_LONG);
        }
        if (++count % STRETCH == 0) {
          told.accept(JsonWriter.compact(progress(bytes.bytes(), size)));
        }
      }
    }
  }

  private static JsonObject progress(long done, long total) {
    return JsonObject.builder().put("done", (double) done).put("total", (double) total).build();
  }

  /// The file is not as it should be.
  private synchronized void fail(String sentence) {
    failure = Optional.of(new Failure(sentence, "they stay"));
  }

  private void offer(byte[] line) throws InterruptedException {
    byte[] value;
    try {
      Optional<JsonObject> object = Json.parse(line).asObject();
      Optional<Json> within = object.filter(it -> it.has("key")).flatMap(it -> it.get("value"));
      if (within.flatMap(Json::asObject).or(() -> object).filter(this::isOfBlocked).isPresent()) {
        refuse(Refusals.BLOCKED);
        return;
      }
      value = within.map(JsonWriter::compact).orElse(line);
    } catch (JsonException e) {
      refuse(Refusals.NOT_JSON);
      return;
    }
    synchronized (this) {
      pending++;
    }
    ingest.offer(value, new Origin.Import(), this::judged);
  }

  private boolean isOfBlocked(JsonObject value) {
    return value.string("author").filter(blocked::contains).isPresent();
  }

  private synchronized void judged(Verdict verdict) {
    pending--;
    notifyAll();
    if (verdict instanceof Verdict.Unstored(String sentence)) {
      failure = Optional.of(new Failure(sentence, "it can be imported again"));
      return;
    }
    // Whoever is blocked was left out before: nothing else keeps a file's messages out.
    Optional<String> reason =
        verdict instanceof Verdict.Unwanted
            ? Optional.of(Refusals.DROPPING)
            : Refusals.reason(verdict);
    if (reason.isPresent()) {
      refuse(reason.get());
    } else if (verdict instanceof Verdict.Duplicate) {
      known++;
    } else {
      added++;
    }
  }

  private synchronized void refuse(String reason) {
    refused++;
    reasons.merge(reason, 1L, Long::sum);
  }

  private synchronized boolean hasFailed() {
    return failure.isPresent();
  }

  private synchronized JsonObject counts() throws InterruptedException, RpcError {
    while (pending > 0) {
      wait();
    }
    if (failure.isPresent()) {
      throw new RpcError(failure.get().sentence + " " + before(failure.get()));
    }
    JsonObject.Builder why = JsonObject.builder();
    reasons.forEach((reason, count) -> why.put(reason, (double) count));
    return JsonObject.builder()
        .put("added", (double) added)
        .put("known", (double) known)
        .put("refused", (double) refused)
        .put("reasons", why.build())
        .build();
  }

  private String before(Failure failure) {
    return added == 0
        ? "Nothing new was taken in before that."
        : "Before that, %d messages of this file were taken in; %s."
            .formatted(added, failure.afterwards);
  }
}
