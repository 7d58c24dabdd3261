package org.tidings.feed.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidings.feed.crash.DiskLog.Entry;
import org.tidings.feed.log.GateState;
import org.tidings.feed.store.Database;

/// The power fails at some moment of publishing and taking in. What was acknowledged as durable is
/// there afterwards, our own feed has not forked and goes on, also as the witness outside the data
/// folder sees it.
@RequiresGcc
class PowerLossTest {

  /// Bulk need not be on disk until all of it is taken in: these lines bind from the next line of
  /// the other kind on.
  private static final String LATER_BINDING = "stored";

  private static final String BINDING = "durable";

  @TempDir Path parent;

  @Test
  void twentyMoments() throws Exception {
    failRepeatedly(10, 1);
  }

  @Test
  @Tag("nightly")
  void aThousandMoments() throws Exception {
    failRepeatedly(500, 2);
  }

  /// So many times in a new folder, and so many times in one that is there.
  private void failRepeatedly(int times, long seed) throws Exception {
    System.out.printf("power lost at %d moments twice, seed %d%n", times, seed);
    Random random = new Random(seed);
    Path real = parent.toRealPath();
    Path shim = Shim.build(real);
    Path folder = Files.createDirectory(real.resolve("store"));
    Life first = live(shim, folder, real.resolve("first"), List.of());
    Life second = live(shim, folder, real.resolve("second"), lines(first.entries));
    // Backwards, so that the store's file stays the one it is.
    for (Life life : List.of(second, first)) {
      for (int moment : moments(life.entries, times, random)) {
        List<Entry> done = life.entries.subList(0, moment);
        Disk disk = new Disk(folder, life.start);
        done.forEach(disk::run);
        disk.afterPowerLoss(random).restore(folder);
        String when = "seed %d, %s, entry %d".formatted(seed, life.log.getFileName(), moment);
        check(when, folder, life.before, done);
      }
    }
  }

  /// What one program did.
  ///
  /// @param start what it found
  /// @param before what the one before it told
  private record Life(Path log, Snapshot start, List<String> before, List<Entry> entries) {}

  private static Life live(Path shim, Path folder, Path log, List<String> before)
      throws IOException {
    Snapshot start = Snapshot.of(folder);
    return new Life(log, start, before, run(shim, folder, log));
  }

  /// Does everything once, and returns what was done to the disk.
  private static List<Entry> run(Path shim, Path folder, Path log) throws IOException {
    try (Child program = Child.start(FaultyWriter.class, shim)) {
      program.run(Order.of("both", folder).logged(log));
    }
    return DiskLog.read(log).entries();
  }

  /// Any, right after something was acknowledged in turn, and always when a burst was taken in.
  private static List<Integer> moments(List<Entry> entries, int times, Random random) {
    List<Integer> told = after(entries, line -> !line.startsWith(LATER_BINDING));
    List<Integer> moments = new ArrayList<>(after(entries, BINDING::equals));
    for (int time = 0; time < times; time++) {
      moments.add(
          time % 2 == 0
              ? random.nextInt(entries.size() + 1)
              : told.get(random.nextInt(told.size())));
    }
    moments.sort(Comparator.reverseOrder());
    return moments;
  }

  private static List<Integer> after(List<Entry> entries, Predicate<String> wanted) {
    return IntStream.range(0, entries.size())
        .filter(at -> entries.get(at) instanceof Entry.Noted(String line) && wanted.test(line))
        .mapToObj(at -> at + 1)
        .toList();
  }

  private static void check(String when, Path folder, List<String> before, List<Entry> entries)
      throws IOException {
    Acknowledged acknowledged = new Acknowledged();
    before.forEach(acknowledged::hear);
    List<String> told = lines(entries);
    int binding = told.lastIndexOf(BINDING);
    for (int i = 0; i < told.size(); i++) {
      if (i < binding || !told.get(i).startsWith(LATER_BINDING)) {
        acknowledged.hear(told.get(i));
      }
    }
    GateState gate = new Aftermath(when, folder).assertSound(acknowledged).gate();
    assertThat(gate).as(when).isIn(rightAnswers(folder));
  }

  /// A post that was being saved just then may look like one that was saved and lost since.
  private static List<GateState> rightAnswers(Path folder) {
    return Files.exists(folder.resolve("data").resolve(Database.FILE + "-wal.damaged-1"))
        ? List.of(new GateState.Open(), new GateState.Held(GateState.Reason.COPIED))
        : List.of(new GateState.Open());
  }

  /// What the program told.
  static List<String> lines(List<Entry> entries) {
    List<String> lines = new ArrayList<>();
    for (Entry entry : entries) {
      if (entry instanceof Entry.Noted(String line)) {
        lines.add(line);
      }
    }
    return lines;
  }
}
