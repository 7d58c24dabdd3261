package org.tidings.app.folder;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Optional;
import java.util.logging.ErrorManager;
import java.util.logging.FileHandler;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/// Sends what the program logs to files in the data folder, a bounded number of bounded files, and
/// nowhere else: standard output belongs to answers, standard error to sentences for people.
public final class LogFiles implements AutoCloseable {
  private static final int BYTES = 1 << 20;
  private static final int FILES = 5;
  private static final String LINE = "%1$tF %1$tT.%1$tL %4$-7s %3$s  %5$s%6$s%n";

  /// It tells of a bus that has gone as if that were a fault, and of each call; what matters of it
  /// is told where it is used. Held here, because settings of loggers nobody holds are forgotten.
  private static final Logger DBUS = Logger.getLogger("org.freedesktop.dbus");

  private final Optional<Handler> handler;

  private LogFiles(Optional<Handler> handler) {
    this.handler = handler;
  }

  /// What cannot be logged, on a full disk for example, is let go: the log must not stop the
  /// program nor speak in its place.
  private static final class Silence extends ErrorManager {
    @Override
    public synchronized void error(String message, Exception cause, int code) {
      // There is nowhere left to say it.
    }
  }

  /// Silences the console, before anything is logged.
  public static void quiet() {
    LogManager.getLogManager().reset();
    Logger.getLogger("").setLevel(Level.INFO);
    DBUS.setLevel(Level.OFF);
  }

  /// Starts writing to the folder's log files, where they can be written.
  public static LogFiles start(DataFolder folder) {
    try {
      Handler handler = open(folder);
      Logger.getLogger("").addHandler(handler);
      return new LogFiles(Optional.of(handler));
    } catch (IOException noLog) {
      return new LogFiles(Optional.empty());
    }
  }

  private static Handler open(DataFolder folder) throws IOException {
    System.setProperty("java.util.logging.SimpleFormatter.format", LINE);
    Files.createDirectories(folder.log(), DataFolder.ownerOnly());
    var handler =
        new FileHandler(folder.log().resolve("tidings-%g.log").toString(), BYTES, FILES, true);
    handler.setFormatter(new SimpleFormatter());
    handler.setEncoding("UTF-8");
    handler.setErrorManager(new Silence());
    return handler;
  }

  @Override
  public void close() {
    handler.ifPresent(Logger.getLogger("")::removeHandler);
    handler.ifPresent(Handler::close);
  }
}
