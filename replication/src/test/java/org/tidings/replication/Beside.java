package org.tidings.replication;

import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import org.tidings.feed.SomeFeed;
import org.tidings.feed.content.Contact;
import org.tidings.feed.log.Origin;

/// A peer under attack, and an honest one beside the attacker that has something for it: whatever
/// happens, that must arrive, and memory must not grow.
final class Beside implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int MESSAGES = 500;

  private final SomeFeed carol = SomeFeed.of("carol");
  private final TestPeer victim;
  private final TestPeer honest;
  private final HeapGrowth growth;

  Beside(Path folder) throws Exception {
    victim = TestPeer.start(folder.resolve("victim"));
    honest = TestPeer.start(folder.resolve("honest"));
    for (int i = 0; i < MESSAGES; i++) {
      carol.post("message " + i);
    }
    for (byte[] value : carol.values()) {
      honest.feeds().ingest().offer(value, new Origin.Import(), verdict -> {});
    }
    await().atMost(PATIENCE).until(() -> has(honest));
    victim.feeds().publisher().publish(Contact.follow(carol.id()).toJson());
    growth = new HeapGrowth();
  }

  TestPeer victim() {
    return victim;
  }

  TestPeer honest() {
    return honest;
  }

  /// Whose messages the honest peer has.
  SomeFeed carol() {
    return carol;
  }

  /// The victim calls the honest peer and gets everything, while whatever was begun goes on.
  void assertHonestIsHeard() throws Exception {
    victim.connect(honest.address());
    await().atMost(PATIENCE).until(() -> has(victim));
    growth.assertSmall();
  }

  /// Nobody but these many are connected with the victim.
  void awaitConnected(int peers) {
    await().atMost(PATIENCE).until(() -> victim.connected().size() == peers);
  }

  private boolean has(TestPeer peer) {
    return peer.feeds()
        .log()
        .head(carol.id())
        .filter(head -> head.sequence().value() == MESSAGES)
        .isPresent();
  }

  @Override
  public void close() {
    victim.close();
    honest.close();
  }
}
