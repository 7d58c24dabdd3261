package org.tidings.feed.crash;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A program of ours in a process of its own, told what to do and telling what it did by lines.
/// Confined to the test's thread.
final class Child implements AutoCloseable {

  private final Process process;
  private final BufferedReader out;
  private final Writer in;

  private Child(Process process) {
    this.process = process;
    this.out = process.inputReader();
    this.in = process.outputWriter();
  }

  /// Starts the program, on as little of the machine as it needs.
  static Child start(Class<?> program) throws IOException {
    return new Child(command(program).start());
  }

  /// The same with a library that stands between it and its disk.
  static Child start(Class<?> program, Path shim) throws IOException {
    ProcessBuilder command = command(program);
    command.command().add(shim.toString());
    command.environment().put("LD_PRELOAD", shim.toString());
    return new Child(command.start());
  }

  private static ProcessBuilder command(Class<?> program) {
    List<String> words =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx256m",
                "-Dslf4j.internal.verbosity=ERROR",
                "-cp",
                System.getProperty("java.class.path"),
                program.getName()));
    return new ProcessBuilder(words).redirectError(ProcessBuilder.Redirect.INHERIT);
  }

  void tell(String line) throws IOException {
    in.write(line + "\n");
    in.flush();
  }

  /// Has a [FaultyWriter] do something, and returns all it told.
  List<String> run(Order order) throws IOException {
    tell(order.toString());
    List<String> lines = new ArrayList<>();
    do {
      lines.add(hear().orElseThrow());
    } while (!lines.getLast().startsWith("ended"));
    return lines;
  }

  /// The next line; empty when the program has ended. The last one may be cut short.
  Optional<String> hear() throws IOException {
    return Optional.ofNullable(out.readLine());
  }

  /// Kills it, and returns once it is dead. What it told before can still be heard.
  void kill() {
    process.toHandle().destroyForcibly();
    process.onExit().join();
  }

  @Override
  public void close() {
    kill();
  }
}
