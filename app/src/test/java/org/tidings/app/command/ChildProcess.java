package org.tidings.app.command;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.tidings.app.Main;

/// The program as a process of its own.
final class ChildProcess implements AutoCloseable {
  private static final List<String> QUICK_START =
      List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

  private final Process process;
  private final BufferedReader out;

  /// Starts it on a data folder, with the state folder beside it.
  ChildProcess(Path parent, String... words) throws IOException {
    this(List.of(), parent, words);
  }

  /// The same through a command that runs the one behind it.
  ChildProcess(List<String> launcher, Path parent, String... words) throws IOException {
    this(launcher, QUICK_START, parent, words);
  }

  /// The same with other flags for the virtual machine.
  ChildProcess(List<String> launcher, List<String> flags, Path parent, String... words)
      throws IOException {
    List<String> line = new ArrayList<>(launcher);
    line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    line.addAll(flags);
    line.addAll(
        List.of(
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-cp",
            System.getProperty("java.class.path"),
            Main.class.getName(),
            "--data",
            parent.resolve("data").toString()));
    line.addAll(List.of(words));
    ProcessBuilder builder = new ProcessBuilder(line);
    builder.environment().put("XDG_STATE_HOME", parent.resolve("xdg").toString());
    builder.redirectError(ProcessBuilder.Redirect.INHERIT);
    process = builder.start();
    out = process.inputReader(StandardCharsets.UTF_8);
  }

  /// The next line of its standard output.
  String line() throws IOException {
    return out.readLine();
  }

  /// All that is left of its standard output, once it has ended.
  String rest() throws IOException {
    return out.readAllAsString();
  }

  long pid() {
    return process.pid();
  }

  /// Asks it to end, as a system does.
  int terminate() throws InterruptedException {
    process.toHandle().destroy(); // Process.destroy would close the pipes as well
    return exitCode();
  }

  /// Kills it as a power cut would.
  void kill() throws InterruptedException {
    process.toHandle().destroyForcibly();
    process.waitFor();
  }

  int exitCode() throws InterruptedException {
    if (!process.waitFor(45, TimeUnit.SECONDS)) {
      throw new AssertionError("still running");
    }
    return process.exitValue();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
