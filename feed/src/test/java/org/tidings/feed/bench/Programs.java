package org.tidings.feed.bench;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/// Programs of their own, with the flags of the launchers, and the stores they are about.
final class Programs {
  static final Path BENCH = Path.of("target", "bench").toAbsolutePath();
  static final int AUTHORS = Integer.getInteger("authors", 150);
  private static final List<String> NATIVE =
      List.of("--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow");

  private Programs() {}

  /// A store of so many messages by [#AUTHORS] people. Made once and kept, since that takes longer
  /// than the questions.
  static Path store(int count) throws IOException, InterruptedException {
    ManyMessages.of(BENCH, count, AUTHORS);
    Path store = BENCH.resolve("store3-" + count + "-" + AUTHORS);
    if (Files.notExists(store)) {
      Path unfinished = Files.createTempDirectory(BENCH, "store");
      List<String> about =
          List.of(unfinished.toString(), Integer.toString(count), Integer.toString(AUTHORS));
      run(System.getProperty("java.class.path"), List.of(), StoreFill.class, about);
      Files.move(unfinished, store, StandardCopyOption.ATOMIC_MOVE);
    }
    return store;
  }

  /// Runs it to its end; what it says is said here.
  static void run(String classPath, List<String> flags, Class<?> program, List<String> arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(LauncherFlags.usual());
    command.addAll(NATIVE);
    command.addAll(flags);
    command.addAll(List.of("-cp", classPath, program.getName()));
    command.addAll(arguments);
    Process process = new ProcessBuilder(command).redirectError(Redirect.DISCARD).start();
    process.getInputStream().transferTo(System.out);
    if (process.waitFor() != 0) {
      throw new IllegalStateException("the program ended with " + process.exitValue());
    }
  }
}
