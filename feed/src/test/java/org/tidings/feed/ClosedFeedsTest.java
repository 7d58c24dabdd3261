package org.tidings.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidings.feed.doctor.Depth;
import org.tidings.feed.doctor.Finding.BrokenFile;
import org.tidings.feed.doctor.Progress;
import org.tidings.feed.store.TempDatabase;

class ClosedFeedsTest {

  /// A row that its table does not allow: only who looks at the whole file finds it.
  private static final List<String> ODD =
      List.of(
          "CREATE TABLE odd (a)",
          "INSERT INTO odd (a) VALUES (NULL)",
          "PRAGMA writable_schema = ON",
          "UPDATE sqlite_schema SET sql = 'CREATE TABLE odd (a NOT NULL)' WHERE name = 'odd'",
          "PRAGMA writable_schema = OFF");

  private static Runnable damage(Feeds feeds) {
    ODD.forEach(sql -> TempDatabase.change(feeds.database, sql));
    return () -> {};
  }

  /// At a million messages that takes a good part of the time.
  @Test
  void theFileAsSuchIsLookedAtOnceBeforeItIsOpened(@TempDir Path temp) {
    TempFeeds feeds = new TempFeeds(temp);
    feeds.close();
    FeedsSettings settings = FeedsSettings.of(feeds.folder(), temp.resolve("state"));
    ClosedFeeds closed = new ClosedFeeds(settings, new FakeClock(), new SecureRandom());
    assertThat(closed.examine(Depth.MESSAGES, Progress.IGNORED, ClosedFeedsTest::damage).damage())
        .isEmpty();
    assertThat(closed.examine(Depth.MESSAGES, Progress.IGNORED).damage())
        .contains(new BrokenFile());
  }
}
