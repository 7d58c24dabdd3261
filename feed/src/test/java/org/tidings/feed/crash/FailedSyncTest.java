package org.tidings.feed.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidings.feed.crash.DiskLog.Entry;
import org.tidings.feed.crash.Order.Failure;

/// Any one sync fails, of a commit or where the write-ahead log is carried over to the file, and
/// what it was to keep never comes to the disk though the system has it as written. Then, or after
/// another start, the power fails: what was acknowledged is there.
@RequiresGcc
class FailedSyncTest {

  private static final int MOMENTS = 4;

  @TempDir Path parent;

  @Test
  void nothingAcknowledgedIsLostWithThePower() throws Exception {
    Path real = parent.toRealPath();
    Path folder = Files.createDirectory(real.resolve("store"));
    Snapshot empty = Snapshot.of(folder);
    Random random = new Random(1);
    int nth = 0;
    try (Child program = Child.start(FaultyWriter.class, Shim.build(real))) {
      long syncs;
      do {
        nth++;
        empty.restore(folder);
        Order order = Order.of("rows", folder).failing(nth, Failure.UNSYNCED_ONCE);
        List<String> lines = program.run(order.logged(real.resolve("log")));
        assertThat(lines).as(order.toString()).noneMatch(line -> line.startsWith("wrong"));
        syncs = DiskFaultTest.calls(lines);
        List<Entry> entries = new ArrayList<>(DiskLog.read(real.resolve("log")).entries());
        int stopped = entries.size();
        program.run(Order.of("rows", folder).logged(real.resolve("log")));
        entries.addAll(DiskLog.read(real.resolve("log")).entries());
        for (int moment : moments(stopped, entries.size(), random)) {
          List<Entry> done = entries.subList(0, moment);
          Disk disk = new Disk(folder, empty);
          done.forEach(disk::run);
          disk.afterPowerLoss(random).restore(folder);
          assertThat(Rows.wrong(folder, PowerLossTest.lines(done)))
              .as("sync %d failed, entry %d of %d", nth, moment, entries.size())
              .isEmpty();
        }
      } while (syncs >= nth);
    }
    System.out.printf("each of %d syncs failed%n", nth - 1);
  }

  /// When the program has stopped, when it has ended after another start, and others.
  private static List<Integer> moments(int stopped, int all, Random random) {
    List<Integer> moments = new ArrayList<>(List.of(stopped, all));
    for (int i = 0; i < MOMENTS; i++) {
      moments.add(random.nextInt(all + 1));
    }
    return moments;
  }
}
