package org.tidings.replication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.tidings.feed.SomeFeed;
import org.tidings.feed.content.Contact;
import org.tidings.feed.log.Origin;

/// A first sync over a wire that is cut again and again: it is finished, and next to nothing comes
/// twice.
class CutsTest {
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  @TempDir private Path folder;

  @Test
  void twentyCutsInASyncOfFiveThousandMessages() throws Exception {
    sync(20, 250, 20, 500);
  }

  @Tag("nightly")
  @Timeout(900)
  @Test
  void aHundredCutsInASyncOfAHundredThousandMessages() throws Exception {
    sync(100, 1_000, 100, 2_000);
  }

  @Tag("nightly")
  @Timeout(900)
  @Test
  void aHundredCutsWhereTheWireIsWiderThanWeCanStore() throws Exception {
    sync(100, 1_000, 100, 1_000_000);
  }

  private void sync(int authors, int messagesEach, int cuts, int kbPerSecond) throws Exception {
    try (TestPeer source = TestPeer.start(folder.resolve("source"));
        TestPeer receiver = TestPeer.start(folder.resolve("receiver"));
        CuttingRelay wire = new CuttingRelay(source.address(), kbPerSecond)) {
      int messages = authors * messagesEach;
      for (SomeFeed feed : feeds(authors, messagesEach)) {
        for (byte[] value : feed.values()) {
          source.feeds().ingest().offer(value, new Origin.Import(), verdict -> {});
        }
        receiver.feeds().publisher().publish(Contact.follow(feed.id()).toJson());
      }
      await().atMost(PATIENCE).until(() -> source.feeds().log().count() == messages);
      Set<LiveSession> sessions = new HashSet<>();
      for (int cut = 1; cut <= cuts + 1; cut++) {
        receiver.connect(wire.address());
        sessions.addAll(receiver.replication().switchboard().connections().all());
        long stored = authors + (long) messages * cut / (cuts + 1);
        await()
            .atMost(PATIENCE)
            .pollInterval(Duration.ofMillis(2))
            .until(() -> receiver.feeds().log().count() >= stored);
        wire.cut();
        await().atMost(PATIENCE).until(() -> receiver.connected().isEmpty());
      }
      long received =
          sessions.stream().mapToLong(one -> one.session().progress().now().received()).sum();
      System.out.printf(
          "%d cuts in %d messages: %d came twice%n", cuts, messages, received - messages);
      assertThat(received - messages).isBetween(0L, messages / 100L);
    }
  }

  private static List<SomeFeed> feeds(int authors, int messagesEach) {
    List<SomeFeed> feeds = new ArrayList<>();
    for (int author = 0; author < authors; author++) {
      SomeFeed feed = SomeFeed.of("author " + author);
      for (int i = 0; i < messagesEach; i++) {
        feed.post("message " + i + " of those that are to arrive, whatever happens to the wire");
      }
      feeds.add(feed);
    }
    return feeds;
  }
}
