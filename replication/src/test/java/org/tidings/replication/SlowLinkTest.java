package org.tidings.replication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.tidings.feed.content.Contact;
import org.tidings.feed.content.Post;
import org.tidings.replication.transport.Patience;

/// A link of 8 KB a second with two seconds of delay each way, cut every forty seconds, over real
/// sockets: with the handshake, and all that is said before the first post.
@Timeout(180)
class SlowLinkTest {
  private static final int KB_PER_SECOND = 8;
  private static final Duration DELAY = Duration.ofSeconds(2);
  private static final Duration LASTS = Duration.ofSeconds(40);

  @TempDir private Path folder;

  @Test
  void aPostArrivesWithinThreeConnections() throws Exception {
    try (TestPeer alice = TestPeer.start(folder.resolve("alice"));
        TestPeer bob = TestPeer.start(folder.resolve("bob"));
        CuttingRelay link = new CuttingRelay(alice.address(), KB_PER_SECOND, DELAY)) {
      alice.feeds().publisher().publish(Post.root("x".repeat(2_000)).toJson());
      bob.feeds().publisher().publish(Contact.follow(alice.id()).toJson());
      int connections = 0;
      while (connections < 3 && !has(bob, alice)) {
        connections++;
        bob.connect(link.address());
        Patience lasts = Patience.of(LASTS);
        await().forever().until(() -> has(bob, alice) || lasts.isOver());
        link.cut();
        await().until(() -> bob.connected().isEmpty());
      }
      assertThat(has(bob, alice)).as("after %d connections", connections).isTrue();
    }
  }

  private static boolean has(TestPeer peer, TestPeer author) {
    return peer.feeds().log().head(author.id()).isPresent();
  }
}
