package org.tidings.feed.bench;

import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What a window asks, asked of a small store and of a large one, each by a program of its own with
/// little memory, as the launchers start it. `-Dmessages=1000000` makes the large one larger.
class StoreBench {
  private static final int SMALL = 10_000;
  private static final int AUTHORS = 150;
  private static final List<String> LITTLE_MEMORY =
      List.of(
          "-Xmx256m",
          "-Xms96m",
          "-Xmn48m",
          "-XX:MinHeapFreeRatio=10",
          "-XX:MaxHeapFreeRatio=30",
          "-XX:+UseG1GC",
          "-XX:MarkStackSize=256k",
          "-XX:+UseCompactObjectHeaders",
          "-XX:InlineSmallCode=700",
          "--enable-native-access=ALL-UNNAMED",
          "--sun-misc-unsafe-memory-access=allow");

  private final int messages = Integer.getInteger("messages", 100_000);

  @Test
  void answersToTheWindow() throws Exception {
    for (int count : new int[] {SMALL, messages}) {
      Path store = store(count);
      System.out.printf("%,d messages%n", count);
      ask(store);
    }
  }

  private static void ask(Path store) throws Exception {
    run(StoreQueries.class, store.toString());
  }

  /// Made once and kept, since that takes longer than the questions.
  private static Path store(int count) throws Exception {
    Path bench = Path.of("target", "bench").toAbsolutePath();
    ManyMessages.of(bench, count, AUTHORS);
    Path store = bench.resolve("store2-" + count);
    if (Files.notExists(store)) {
      Path unfinished = Files.createTempDirectory(bench, "store");
      run(StoreFill.class, unfinished.toString(), String.valueOf(count), String.valueOf(AUTHORS));
      Files.move(unfinished, store, StandardCopyOption.ATOMIC_MOVE);
    }
    return store;
  }

  private static void run(Class<?> program, String... arguments) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(LITTLE_MEMORY);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), program.getName()));
    command.addAll(List.of(arguments));
    Process process = new ProcessBuilder(command).redirectError(Redirect.DISCARD).start();
    process.getInputStream().transferTo(System.out);
    if (process.waitFor() != 0) {
      throw new IllegalStateException("the program ended with " + process.exitValue());
    }
  }
}
