package org.tidings.feed.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidings.feed.Feeds;
import org.tidings.feed.SomeFeed;
import org.tidings.feed.doctor.Depth;
import org.tidings.feed.doctor.Progress;

/// A program killed while it drops feeds and gives their disk back, or while damaged messages come
/// again, has left feeds that are whole or wholly on their way out, and indexes to match.
class UpkeepCrashTest {

  /// A step of dropping takes some of this, and the vacuum follows.
  private static final int MOST_NANOS = 60_000_000;

  @TempDir Path parent;

  @Test
  void tenKillsWhileDroppingLeaveNothingHalf() throws Exception {
    kill("drop", "dropped|gone", 12).repeat(10, 1, new Dropping());
  }

  @Test
  void tenKillsWhileMendingLoseNothing() throws Exception {
    kill("mend", "damaged", 12).repeat(10, 2, new Mending());
  }

  @Test
  @Tag("nightly")
  void aThousandKillsWhileDroppingLeaveNothingHalf() throws Exception {
    kill("drop", "dropped|gone", 12).repeat(1_000, 3, new Dropping());
  }

  @Test
  @Tag("nightly")
  void aThousandKillsWhileMendingLoseNothing() throws Exception {
    kill("mend", "damaged", 12).repeat(1_000, 4, new Mending());
  }

  private Kills kill(String task, String lines, int most) {
    return new Kills(task, parent, told -> told.split(" ", 2)[0].matches(lines), most, MOST_NANOS);
  }

  private static class Dropping implements Kills.Store {

    final List<byte[]> others = others(1_500, 400, 400);

    private static List<byte[]> others(int... messages) {
      List<byte[]> values = new ArrayList<>();
      for (int count : messages) {
        SomeFeed other = SomeFeed.of(count + " messages, " + values.size());
        for (int i = 0; i < count; i += 2) {
          other.vote(other.post("harbour number " + i).id(), 1);
        }
        values.addAll(other.values());
      }
      return values;
    }

    @Override
    public void fill(Path folder) throws Exception {
      ValueFile.write(folder.resolve("others"), others);
      try (Feeds feeds = CrashingWriter.open(folder)) {
        new Acts(feeds, line -> {}).takeIn(others);
      }
    }

    @Override
    public void check(Aftermath after, Acknowledged acknowledged) throws Exception {
      after.assertSound(acknowledged);
    }
  }

  /// What was damaged when the program died comes again before anything is compared.
  private static final class Mending extends Dropping {

    @Override
    public void check(Aftermath after, Acknowledged acknowledged) throws Exception {
      try (Feeds feeds = CrashingWriter.open(after.folder())) {
        feeds.doctor().repair(Depth.MESSAGES, Progress.IGNORED);
        new Acts(feeds, line -> {}).takeIn(others);
        assertThat(feeds.log().count()).as(after.when()).isEqualTo(others.size());
      }
      super.check(after, acknowledged);
    }
  }
}
