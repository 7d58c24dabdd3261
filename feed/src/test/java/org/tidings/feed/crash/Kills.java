package org.tidings.feed.crash;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;

/// Kills [CrashingWriter] again and again while it does one thing, and looks each time at what it
/// has left. Confined to the test's thread.
///
/// @param task what it does
/// @param parent where the folders are made
/// @param counted which of the lines it tells are counted
/// @param mostLines it is killed at the latest after so many of them
/// @param mostNanos and so much later
record Kills(String task, Path parent, Predicate<String> counted, int mostLines, int mostNanos) {

  /// How many programs in a row open the same folder.
  private static final int LIVES = 10;

  private static final int MOST_NANOS_OF_START = 300_000_000;

  /// What is killed over.
  interface Store {

    /// Fills a new folder, the parent of data and state.
    void fill(Path folder) throws Exception;

    /// Fails if the store is not sound.
    void check(Aftermath after, Acknowledged acknowledged) throws Exception;
  }

  void repeat(int times, long seed, Store store) throws Exception {
    System.out.printf("%d kills during %s, seed %d%n", times, task, seed);
    Random random = new Random(seed);
    Child next = Child.start(CrashingWriter.class);
    Path folder = parent;
    Acknowledged acknowledged = new Acknowledged();
    int messages = 0;
    for (int round = 0; round < times; round++) {
      if (round % LIVES == 0) {
        messages += acknowledged.messages();
        acknowledged = new Acknowledged();
        folder = Files.createDirectory(parent.resolve(task + round));
        store.fill(folder);
      }
      try (Child program = next) {
        program.hear();
        program.tell(task + " " + random.nextLong() + " " + folder);
        next = Child.start(CrashingWriter.class);
        runAndKill(program, random, acknowledged);
      }
      String when = "%s, seed %d, round %d".formatted(task, seed, round);
      store.check(new Aftermath(when, folder), acknowledged);
    }
    next.close();
    messages += acknowledged.messages();
    System.out.printf("%d messages were acknowledged, and none is missing%n", messages);
  }

  /// One in four while it starts, the others a moment after some acknowledgement.
  private void runAndKill(Child program, Random random, Acknowledged acknowledged)
      throws IOException {
    if (random.nextInt(4) == 0) {
      LockSupport.parkNanos(random.nextInt(MOST_NANOS_OF_START));
    } else {
      hear(program, random.nextInt(1, mostLines), acknowledged);
      LockSupport.parkNanos(random.nextInt(mostNanos));
    }
    program.kill();
    hear(program, Integer.MAX_VALUE, acknowledged);
  }

  private void hear(Child program, int lines, Acknowledged acknowledged) throws IOException {
    int heard = 0;
    Optional<String> line = program.hear();
    while (line.isPresent() && !line.get().equals("end")) {
      acknowledged.hear(line.get());
      heard += counted.test(line.get()) ? 1 : 0;
      line = heard < lines ? program.hear() : Optional.empty();
    }
  }
}
