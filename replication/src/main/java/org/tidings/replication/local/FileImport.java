package org.tidings.replication.local;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import java.util.zip.ZipException;
import org.tidings.feed.Feeds;
import org.tidings.feed.doctor.Progress;
import org.tidings.feed.json.Json;
import org.tidings.feed.json.JsonException;
import org.tidings.feed.json.JsonObject;
import org.tidings.feed.json.JsonWriter;
import org.tidings.feed.log.Ingest;
import org.tidings.feed.log.Origin;
import org.tidings.feed.message.Verdict;
import org.tidings.feed.ref.FeedId;
import org.tidings.feed.told.Told;
import org.tidings.feed.told.Worded;

/// Takes in one file of messages, one a line: bare values and `{"key","value"}` in any mixture.
/// Used once; verdicts may come on any thread.
public final class FileImport {
  /// So many lines later it is told how far it has come.
  private static final int STRETCH = 500;

  private final Ingest ingest;
  private final Progress told;
  private final Set<String> blocked;
  private final Map<Told, Long> reasons = new HashMap<>();
  private long added;
  private long known;
  private long pending;
  private Optional<Told> cut = Optional.empty();

  /// @param told in bytes of the file; may throw a [CancellationException] to have no more taken in
  public FileImport(Feeds feeds, Progress told) {
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

  /// Offers every line, and waits until all are judged.
  ///
  /// @throws FileRefused where the file is in a form that is not read
  public Taken run(Path file) throws IOException, InterruptedException {
    try {
      read(file);
    } catch (EOFException endless) {
      cut(FileFault.CUT_SHORT);
    } catch (ZipException broken) {
      cut(FileFault.DAMAGED);
    } catch (Unpacked.TooMuchException notMessages) {
      cut(FileFault.TOO_MUCH);
    } catch (CancellationException enough) {
      cut(FileFault.STOPPED);
    }
    return taken();
  }

  private void read(Path file) throws IOException, InterruptedException {
    long size = Files.size(file);
    try (Metered bytes = new Metered(Files.newInputStream(file));
        InputStream in = Unpacked.open(file, bytes)) {
      Lines lines = new Lines(in);
      int count = 0;
      for (Optional<Lines.Line> line = lines.next();
          line.isPresent() && !isCut();
          line = lines.next()) {
        switch (line.get()) {
          case Lines.Line.Whole whole -> offer(whole.bytes());
          case Lines.Line.TooLong tooLong -> refuse(LineFault.TOO_LONG);
        }
        if (++count % STRETCH == 0) {
          told.at(bytes.bytes(), size);
        }
      }
    }
  }

  /// No more is read.
  private synchronized void cut(Worded why) {
    cut = Optional.of(Told.of(why));
  }

  private void offer(byte[] line) throws InterruptedException {
    byte[] value;
    try {
      Optional<JsonObject> object = Json.parse(line).asObject();
      Optional<Json> within = object.filter(it -> it.has("key")).flatMap(it -> it.get("value"));
      if (within.flatMap(Json::asObject).or(() -> object).filter(this::isOfBlocked).isPresent()) {
        refuse(LineFault.BLOCKED);
        return;
      }
      value = within.map(JsonWriter::compact).orElse(line);
    } catch (JsonException e) {
      refuse(LineFault.NOT_JSON);
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
    if (verdict instanceof Verdict.Unstored(Worded why)) {
      cut(why);
      return;
    }
    // Whoever is blocked was left out before: nothing else keeps a file's messages out.
    Optional<Told> reason =
        verdict instanceof Verdict.Unwanted
            ? Optional.of(Told.of(LineFault.DROPPING))
            : Refusals.reason(verdict);
    if (reason.isPresent()) {
      refuse(reason.get());
    } else if (verdict instanceof Verdict.Duplicate) {
      known++;
    } else {
      added++;
    }
  }

  private void refuse(LineFault fault) {
    refuse(Told.of(fault));
  }

  private synchronized void refuse(Told reason) {
    reasons.merge(reason, 1L, Long::sum);
  }

  private synchronized boolean isCut() {
    return cut.isPresent();
  }

  private synchronized Taken taken() throws InterruptedException {
    while (pending > 0) {
      wait();
    }
    return Taken.of(added, known, reasons, cut);
  }
}
