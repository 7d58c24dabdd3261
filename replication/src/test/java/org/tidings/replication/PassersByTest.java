package org.tidings.replication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.tidings.feed.content.Contact;
import org.tidings.feed.local.PeerRecord;
import org.tidings.feed.local.Strangers.Stranger;
import org.tidings.feed.ref.FeedId;
import org.tidings.replication.peer.PeerEvent;

/// Of those who are met on the local network the peer book keeps whom we follow; of those who call
/// us it is remembered that they did.
@Timeout(60)
class PassersByTest {
  @TempDir private Path folder;

  @Test
  void aStrangerWhoPassedByIsNotRemembered() throws Exception {
    try (TestPeer alice = TestPeer.startCalling(folder.resolve("alice"));
        TestPeer friend = TestPeer.start(folder.resolve("friend"));
        TestPeer stranger = TestPeer.start(folder.resolve("stranger"))) {
      alice.feeds().publisher().publish(Contact.follow(friend.id()).toJson());
      for (TestPeer one : new TestPeer[] {stranger, friend}) {
        alice.replication().switchboard().tell(new PeerEvent.Heard(one.address(), true));
      }
      await().until(() -> alice.connected().size() == 2);
      assertThat(alice.feeds().peerMemory().peers())
          .extracting(PeerRecord::peer)
          .containsExactly(friend.id());
    }
  }

  @Test
  void aStrangerWhoCalledIsRemembered() throws Exception {
    FeedId stranger;
    try (TestPeer alice = TestPeer.start(folder.resolve("alice"));
        TestPeer friend = TestPeer.start(folder.resolve("friend"));
        TestPeer caller = TestPeer.start(folder.resolve("stranger"))) {
      stranger = caller.id();
      alice.feeds().publisher().publish(Contact.follow(friend.id()).toJson());
      friend.connect(alice.address());
      caller.connect(alice.address());
      await().until(() -> alice.connected().size() == 2);
      assertThat(alice.feeds().strangers().waiting())
          .extracting(Stranger::feed)
          .containsExactly(stranger);
      assertThat(caller.feeds().strangers().waiting()).isEmpty();
    }
    try (TestPeer alice = TestPeer.start(folder.resolve("alice"))) {
      assertThat(alice.feeds().strangers().waiting())
          .extracting(Stranger::feed)
          .containsExactly(stranger);
    }
  }
}
