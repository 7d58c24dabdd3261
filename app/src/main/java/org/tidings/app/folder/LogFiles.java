package org.tidings.app.folder;

import java.io.IOException;
import java.nio.file.Files;
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

  private final Handler handler;

  private LogFiles(Handler handler) {
    this.handler = handler;
  }

  /// Silences the console, before anything is logged.
  public static void quiet() {
    LogManager.getLogManager().reset();
    Logger.getLogger("").setLevel(Level.INFO);
  }

  /// Starts writing to the folder's log files.
  public static LogFiles start(DataFolder folder) throws IOException {
    System.setProperty("java.util.logging.SimpleFormatter.format", LINE);
    Files.createDirectories(folder.log(), DataFolder.ownerOnly());
    var handler =
        new FileHandler(folder.log().resolve("tidings-%g.log").toString(), BYTES, FILES, true);
    handler.setFormatter(new SimpleFormatter());
    handler.setEncoding("UTF-8");
    Logger.getLogger("").addHandler(handler);
    return new LogFiles(handler);
  }

  @Override
  public void close() {
    Logger.getLogger("").removeHandler(handler);
    handler.close();
  }
}
