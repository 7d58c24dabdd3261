package org.tidings.replication.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.tidings.feed.doctor.Progress;
import org.tidings.feed.doctor.Report;
import org.tidings.feed.json.Json;
import org.tidings.feed.json.JsonArray;
import org.tidings.feed.json.JsonObject;
import org.tidings.feed.json.JsonWriter;
import org.tidings.replication.local.LocalNode.MessageSink;

/// Tells how far an examination has come, and what came of it, one JSON object at a time. Ends the
/// examination when nobody listens any more.
public final class ToldProgress implements Progress {
  private final MessageSink sink;

  public ToldProgress(MessageSink sink) {
    this.sink = sink;
  }

  @Override
  public void at(long done, long total) {
    JsonObject line =
        JsonObject.builder().put("done", (double) done).put("total", (double) total).build();
    try {
      sink.accept(JsonWriter.compact(line));
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new UncheckedIOException(new IOException("interrupted", stopped));
    }
  }

  /// The last line.
  public void end(Report report) throws IOException, InterruptedException {
    sink.accept(JsonWriter.compact(json(report)));
  }

  private static JsonObject json(Report report) {
    JsonArray damage =
        new JsonArray(
            report.damage().stream()
                .<Json>map(
                    finding ->
                        JsonObject.builder()
                            .put("kind", finding.kind())
                            .put("sentence", finding.sentence())
                            .build())
                .toList());
    return JsonObject.builder()
        .put("sound", report.isSound())
        .put("messages", (double) report.messages())
        .put("damage", damage)
        .put("done", JsonArray.ofStrings(report.done()))
        .build();
  }
}
