package org.tidings.replication.ebt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidings.feed.SomeFeed;
import org.tidings.feed.TempFeeds;
import org.tidings.feed.content.Contact;
import org.tidings.feed.content.Post;
import org.tidings.feed.doctor.Depth;
import org.tidings.feed.doctor.Progress;
import org.tidings.feed.log.GateState;
import org.tidings.feed.log.GateState.Held;
import org.tidings.feed.log.PublishRefused;
import org.tidings.feed.message.Sequence;
import org.tidings.feed.ref.FeedId;
import org.tidings.replication.TestPeer;

/// A bad disk changes messages of a peer that is connected: over real sockets, nobody is sent what
/// nobody signed, and what is damaged comes again.
class DamagedFeedTest {

  private static final int MESSAGES = 20;
  private static final int DAMAGED = 7;

  @TempDir private Path folder;
  private final SomeFeed carol = SomeFeed.of("carol");
  private TestPeer alice;
  private TestPeer bob;

  @BeforeEach
  void start() throws Exception {
    for (int i = 0; i < MESSAGES; i++) {
      carol.post("number " + i);
    }
    alice = TestPeer.start(folder.resolve("alice"));
    bob = TestPeer.start(folder.resolve("bob"));
    for (TestPeer peer : new TestPeer[] {alice, bob}) {
      follow(peer, carol.id());
      TempFeeds.ingest(peer.feeds(), carol.values(), TempFeeds.IMPORT);
    }
  }

  @AfterEach
  void stop() {
    alice.close();
    bob.close();
  }

  @Test
  void aFeedFoundDamagedIsFetchedAgain() throws IOException {
    alice.connect(bob.address());
    await().until(() -> !alice.connected().isEmpty());
    TempFeeds.damage(alice.feeds(), carol.id(), DAMAGED);
    assertThat(alice.feeds().doctor().repair(Depth.MESSAGES, Progress.IGNORED).damage()).hasSize(1);
    await().until(() -> head(alice, carol.id()) == MESSAGES);
    assertThat(alice.feeds().log().damaged()).isEmpty();
    assertThat(alice.feeds().doctor().examine(Depth.MESSAGES, Progress.IGNORED).isSound()).isTrue();
  }

  @Test
  void whatIsDamagedIsNotSentAndComesByAnother() throws Exception {
    TempFeeds.damage(alice.feeds(), carol.id(), DAMAGED);
    try (TestPeer dave = TestPeer.start(folder.resolve("dave"))) {
      follow(dave, carol.id());
      dave.connect(alice.address());
      await().until(() -> alice.feeds().log().isDamaged(carol.id()));
      assertThat(head(dave, carol.id())).isLessThan(DAMAGED);
      alice.connect(bob.address());
      await().until(() -> head(dave, carol.id()) == MESSAGES);
      assertThat(dave.feeds().ingest().counts().refused()).isZero();
    }
  }

  @Test
  void ourOwnDamagedFeedComesBackFromAFriend() throws Exception {
    FeedId self = alice.id();
    for (int i = 1; i < MESSAGES; i++) {
      alice.feeds().publisher().publish(Post.root("number " + i).toJson());
    }
    follow(bob, self);
    bob.connect(alice.address());
    await().until(() -> head(bob, self) == MESSAGES);
    TempFeeds.damage(alice.feeds(), self, DAMAGED);
    alice.feeds().doctor().repair(Depth.MESSAGES, Progress.IGNORED);
    assertThat(alice.feeds().gate().state()).isInstanceOf(Held.class);
    // More of ours could be on its way for ten seconds.
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> alice.feeds().gate().state().equals(new GateState.Open()));
    assertThat(alice.feeds().publisher().publish(Post.root("on").toJson()).sequence())
        .isEqualTo(new Sequence(MESSAGES + 1));
    assertThat(TempFeeds.forkProof(alice.feeds(), self)).isEmpty();
  }

  private static void follow(TestPeer who, FeedId whom) throws PublishRefused {
    who.feeds().publisher().publish(Contact.follow(whom).toJson());
  }

  private static long head(TestPeer peer, FeedId feed) {
    return peer.feeds().log().head(feed).map(head -> head.sequence().value()).orElse(0L);
  }
}
