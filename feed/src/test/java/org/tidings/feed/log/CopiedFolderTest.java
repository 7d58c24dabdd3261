package org.tidings.feed.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.tidings.feed.SomeFeed;
import org.tidings.feed.TempFeeds;
import org.tidings.feed.log.GateState.Reason;
import org.tidings.feed.message.Sequence;
import org.tidings.feed.ref.FeedId;
import org.tidings.feed.store.Database;

/// The gate in folders that were copied, moved or set back.
class CopiedFolderTest extends AtTheGate {

  /// Copies what a person would copy: the files of a folder that is not in use.
  private static void copy(Path from, Path to) throws IOException {
    Files.createDirectories(to);
    try (var files = Files.list(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.copy(file, to.resolve(file.getFileName()));
      }
    }
  }

  @Nested
  class ACopiedFolder {

    @Test
    void isHeldWhileTheOriginalGoesOn() throws Exception {
      Path original = folder.resolve("original");
      Path copied = folder.resolve("copied");
      Path state = folder.resolve("state");
      try (TempFeeds temp = new TempFeeds(original, state)) {
        post(temp.feeds(), "hello");
      }
      copy(original, copied);
      try (TempFeeds copy = new TempFeeds(copied, state);
          TempFeeds temp = new TempFeeds(original, state)) {
        assertThat(reason(copy.feeds())).contains(Reason.COPIED);
        assertThatThrownBy(() -> post(copy.feeds(), "me too"))
            .isInstanceOf(PublishingHeld.class)
            .hasMessageContaining("copy");
        assertThat(copy.feeds().log().count()).isEqualTo(1);
        assertThat(reason(temp.feeds())).isEmpty();
      }
    }

    /// Peers may have heard of more than there is here, and would not say it again.
    @Test
    void remembersNothingThatPeersTold() throws Exception {
      FeedId ann = SomeFeed.of("ann").id();
      try (TempFeeds temp = new TempFeeds(folder.resolve("original"), folder.resolve("state"))) {
        temp.feeds().peerMemory().saveClock(ann, Map.of(ann, 2L));
        assertThat(temp.reopen().peerMemory().clockOf(ann)).isNotEmpty();
      }
      copy(folder.resolve("original"), folder.resolve("copied"));
      try (TempFeeds copy = new TempFeeds(folder.resolve("copied"), folder.resolve("state"))) {
        assertThat(copy.feeds().peerMemory().clockOf(ann)).isEmpty();
      }
    }

    @Test
    void staysHeldOverRestarts() throws Exception {
      new TempFeeds(folder.resolve("original"), folder.resolve("state")).close();
      copy(folder.resolve("original"), folder.resolve("copied"));
      try (TempFeeds copy = new TempFeeds(folder.resolve("copied"), folder.resolve("state"))) {
        assertThat(reason(copy.reopen())).contains(Reason.COPIED);
      }
    }

    @Test
    void isTheOneWeKnowOnceThePersonHasSaidSo() throws Exception {
      new TempFeeds(folder.resolve("original"), folder.resolve("state")).close();
      copy(folder.resolve("original"), folder.resolve("copied"));
      try (TempFeeds copy = new TempFeeds(folder.resolve("copied"), folder.resolve("state"))) {
        copy.feeds().gate().override();
        post(copy.feeds(), "from here on");
        assertThat(reason(copy.reopen())).isEmpty();
      }
    }

    @Test
    void thatWasOnlyMovedIsOpen() throws IOException {
      Path state = folder.resolve("state");
      new TempFeeds(folder.resolve("here"), state).close();
      Files.move(folder.resolve("here"), folder.resolve("there"));
      try (TempFeeds moved = new TempFeeds(folder.resolve("there"), state)) {
        assertThat(reason(moved.feeds())).isEmpty();
      }
    }
  }

  @Nested
  class AnOlderState {

    @Test
    void ofTheSameFileIsNoticedByTheWitness() throws Exception {
      try (TempFeeds temp = new TempFeeds(folder)) {
        post(temp.feeds(), "one");
        temp.feeds().gate().release(new Sequence(1));
      }
      Path file = folder.resolve("data").resolve(Database.FILE);
      byte[] older = Files.readAllBytes(file);
      try (TempFeeds temp = new TempFeeds(folder)) {
        post(temp.feeds(), "two");
        temp.feeds().gate().release(new Sequence(2));
      }
      Files.write(file, older);
      try (TempFeeds temp = new TempFeeds(folder)) {
        assertThat(temp.feeds().log().count()).isEqualTo(1);
        assertThat(reason(temp.feeds())).contains(Reason.COPIED);
        know(temp.feeds(), ANN);
        temp.feeds().gate().peerHolds(ANN, 1);
        temp.steadyClock().advance(GateRules.QUIET);
        assertThat(reason(temp.feeds())).contains(Reason.COPIED);
        temp.feeds().gate().override();
        assertThat(reason(temp.reopen())).isEmpty();
      }
    }

    @Test
    void isNotSuspectedWhenOnlyUnreleasedPostsAreMissing() throws Exception {
      try (TempFeeds temp = new TempFeeds(folder)) {
        post(temp.feeds(), "one");
        temp.feeds().gate().release(new Sequence(1));
      }
      byte[] older = Files.readAllBytes(folder.resolve("data").resolve(Database.FILE));
      try (TempFeeds temp = new TempFeeds(folder)) {
        post(temp.feeds(), "never left");
      }
      Files.write(folder.resolve("data").resolve(Database.FILE), older);
      try (TempFeeds temp = new TempFeeds(folder)) {
        assertThat(reason(temp.feeds())).isEmpty();
      }
    }
  }
}
