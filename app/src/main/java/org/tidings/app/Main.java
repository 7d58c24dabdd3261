package org.tidings.app;

import org.tidings.app.command.Commands;
import org.tidings.app.command.Terminal;
import org.tidings.app.folder.LogFiles;
import org.tidings.app.folder.Places;
import org.tidings.app.window.Desktop;
import org.tidings.app.window.Uncaught;

/// Where the program starts.
public final class Main {
  private Main() {}

  /// Runs one command, or the window.
  public static void main(String[] words) {
    LogFiles.quiet();
    Uncaught uncaught = new Uncaught(Runtime.getRuntime()::halt);
    Thread.setDefaultUncaughtExceptionHandler(uncaught);
    int code =
        new Commands(new Desktop(uncaught), Terminal.ofProcess(), Places.current()).run(words);
    System.exit(code);
  }
}
