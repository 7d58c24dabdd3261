package org.tidings.replication.local;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.ZipException;
import org.tidings.feed.json.Json;
import org.tidings.feed.json.JsonException;
import org.tidings.feed.json.JsonObject;
import org.tidings.feed.json.JsonWriter;
import org.tidings.feed.log.Ingest;
import org.tidings.feed.log.Origin;
import org.tidings.feed.message.Verdict;
import org.tidings.replication.muxrpc.RpcError;

/// Takes in one file of messages, one a line: bare values and `{"key","value"}` in any mixture.
/// Used once; verdicts may come on any thread.
final class FileImport {
  private final Ingest ingest;
  private final Map<String, Long> reasons = new TreeMap<>();
  private long added;
  private long known;
  private long refused;
  private long pending;
  private Optional<String> failure = Optional.empty();

  FileImport(Ingest ingest) {
    this.ingest = ingest;
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
      fail("The file is damaged, or no .gz file.");
    } catch (Unpacked.TooMuchException notMessages) {
      fail("The file unpacks to far more than messages could; it was not read to its end.");
    }
    return counts();
  }

  private void read(Path file) throws IOException, InterruptedException {
    try (InputStream in = Unpacked.open(file)) {
      Lines lines = new Lines(in);
      for (Optional<Lines.Line> line = lines.next();
          line.isPresent() && !hasFailed();
          line = lines.next()) {
        switch (line.get()) {
          case Lines.Line.Whole whole -> offer(whole.bytes());
          case Lines.Line.TooLong tooLong -> refuse(Refusals.TOO_LONG);
        }
      }
    }
  }

  private synchronized void fail(String sentence) {
    failure = Optional.of(sentence);
  }

  private void offer(byte[] line) throws InterruptedException {
    byte[] value;
    try {
      value = valueIn(line);
    } catch (JsonException e) {
      refuse(Refusals.NOT_JSON);
      return;
    }
    synchronized (this) {
      pending++;
    }
    ingest.offer(value, new Origin.Import(), this::judged);
  }

  private static byte[] valueIn(byte[] line) throws JsonException {
    Optional<Json> value =
        Json.parse(line)
            .asObject()
            .filter(object -> object.has("key"))
            .flatMap(object -> object.get("value"));
    return value.isPresent() ? JsonWriter.compact(value.get()) : line;
  }

  private synchronized void judged(Verdict verdict) {
    pending--;
    notifyAll();
    if (verdict instanceof Verdict.Unstored(String sentence)) {
      failure = Optional.of(sentence);
      return;
    }
    Optional<String> reason = Refusals.reason(verdict);
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
      throw new RpcError(
          "%s Before that, %d messages of this file were taken in; it can be imported again."
              .formatted(failure.get(), added));
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
}
