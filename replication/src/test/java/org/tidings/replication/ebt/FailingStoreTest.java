package org.tidings.replication.ebt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidings.crypto.handshake.NetworkKey;
import org.tidings.crypto.key.SomeKeys;
import org.tidings.feed.BrokenTable;
import org.tidings.feed.SomeFeed;
import org.tidings.feed.TempFeeds;
import org.tidings.feed.content.Contact;
import org.tidings.feed.log.PublishRefused;
import org.tidings.feed.message.Sequence;
import org.tidings.feed.ref.FeedId;
import org.tidings.replication.Replication;
import org.tidings.replication.ReplicationSettings;
import org.tidings.replication.TestPeer;

/// EBT over real sockets while our own store cannot be written everywhere: what others wrote still
/// reaches those who want it.
class FailingStoreTest {

  @TempDir private Path folder;
  private final SomeFeed carol = SomeFeed.of(SomeKeys.of("carol"));
  private TestPeer alice;
  private TestPeer bob;

  @BeforeEach
  void start() throws Exception {
    alice = TestPeer.start(folder.resolve("alice"));
    bob = TestPeer.start(folder.resolve("bob"));
    carol.post("hello");
    follow(alice, carol.id());
    follow(alice, bob.id());
    follow(bob, carol.id());
    follow(bob, alice.id());
    TempFeeds.ingest(alice.feeds(), carol.values(), TempFeeds.IMPORT);
  }

  @AfterEach
  void stop() {
    alice.close();
    bob.close();
  }

  @Test
  void ownMessagesThatCannotBeReleasedKeepNoOthersBack() throws IOException {
    try (BrokenTable gate = new BrokenTable(alice.feeds(), "gate")) {
      assertThat(gate).isNotNull();
      bob.connect(alice.address());
      await().untilAsserted(() -> assertThat(bob.feeds().log().head(carol.id())).isPresent());
      assertThat(bob.feeds().log().head(alice.id())).isEmpty();
    }
  }

  @Test
  void ownMessagesThatCouldNotBeReleasedGoOnceTheyCan() throws IOException {
    try (BrokenTable gate = new BrokenTable(alice.feeds(), "gate")) {
      assertThat(gate).isNotNull();
      bob.connect(alice.address());
      await().untilAsserted(() -> assertThat(bob.feeds().log().head(carol.id())).isPresent());
    }
    await().untilAsserted(() -> assertThat(bob.feeds().log().head(alice.id())).isPresent());
  }

  @Test
  void aClockThatCannotBeSavedKeepsNothingBack() throws IOException {
    bob.connect(alice.address());
    await().untilAsserted(() -> assertThat(bob.feeds().log().head(carol.id())).isPresent());
    bob.replication().close();
    await().until(() -> !alice.feeds().peerMemory().clockOf(bob.id()).isEmpty());
    carol.post("again");
    TempFeeds.ingest(alice.feeds(), carol.values(), TempFeeds.IMPORT);
    var settings = new ReplicationSettings("127.0.0.1", 0, NetworkKey.MAIN, false, false);
    try (BrokenTable clocks = new BrokenTable(alice.feeds(), "clocks");
        Replication again =
            new Replication(bob.feeds(), settings, InstantSource.system(), new SecureRandom())) {
      assertThat(clocks).isNotNull();
      again.connect(alice.address());
      await()
          .untilAsserted(
              () -> assertThat(bob.feeds().log().range(carol.id(), Sequence.FIRST, 9)).hasSize(2));
    }
  }

  @Test
  void whatCouldNotBeStoredComesOnceItCan() throws IOException {
    try (BrokenTable messages = new BrokenTable(bob.feeds(), "messages")) {
      assertThat(messages).isNotNull();
      bob.connect(alice.address());
      await().untilAsserted(() -> assertThat(sentTwice()).isTrue());
    }
    await().untilAsserted(() -> assertThat(bob.feeds().log().head(carol.id())).isPresent());
  }

  /// Whether alice has sent her two messages and carol's one, and all three again.
  private boolean sentTwice() {
    return alice.connected().stream().anyMatch(peer -> peer.progress().sent() >= 6);
  }

  private static void follow(TestPeer who, FeedId whom) throws PublishRefused {
    who.feeds().publisher().publish(Contact.follow(whom).toJson());
  }
}
