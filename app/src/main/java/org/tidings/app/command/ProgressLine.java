package org.tidings.app.command;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.tidings.feed.json.Json;
import org.tidings.feed.json.JsonException;
import org.tidings.feed.json.JsonObject;

/// The line on a terminal that says that a command is at work, for how long and how far it has
/// come; gone when the command is done. Where nobody watches, nothing is said. Thread-safe.
final class ProgressLine implements AutoCloseable {
  private final Terminal terminal;
  private final Optional<Thread> ticking;
  private volatile String doing;
  private volatile double part = 1;

  /// @param doing what is done, as in `Writing out.ndjson`
  ProgressLine(Terminal terminal, String doing) {
    this.terminal = terminal;
    this.doing = doing;
    this.ticking =
        terminal.pace().map(pace -> Thread.ofVirtual().name("progress").start(() -> tick(pace)));
  }

  /// Something else is done from now on.
  void doing(String what) {
    doing = what;
  }

  /// So much of so much is done. What comes after all of it is not counted, and only its time told.
  void at(double done, double total) {
    part = done < total ? done / total : 1;
  }

  /// The same, said as `{"done","total"}`.
  void at(byte[] json) throws IOException {
    try {
      at(Json.parse(json).asObject().orElse(JsonObject.of()));
    } catch (JsonException broken) {
      throw new IOException("an unexpected answer", broken);
    }
  }

  /// The same of a JSON object.
  void at(JsonObject progress) {
    at(progress.number("done").orElse(0), progress.number("total").orElse(0));
  }

  private void tick(Duration pace) {
    try {
      for (int i = 1; true; i++) {
        Thread.sleep(pace);
        terminal.overwrite(sentence(pace.multipliedBy(i)));
      }
    } catch (InterruptedException done) {
      terminal.overwrite("");
    }
  }

  private String sentence(Duration since) {
    String reached = part < 1 ? ", %.0f %%".formatted(Math.floor(100 * part)) : "";
    return "%s%s (%d s)".formatted(doing, reached, since.toSeconds());
  }

  /// Takes the line away.
  @Override
  public void close() {
    ticking.ifPresent(ProgressLine::end);
  }

  private static void end(Thread ticking) {
    ticking.interrupt();
    try {
      ticking.join();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
