package org.tidings.replication.early;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.tidings.crypto.key.SomeKeys;
import org.tidings.feed.SomeFeed;
import org.tidings.feed.TempFeeds;
import org.tidings.feed.content.Contact;
import org.tidings.feed.ref.FeedId;
import org.tidings.replication.ebt.Ebt;
import org.tidings.replication.ebt.EbtProtocol;
import org.tidings.replication.muxrpc.Frame;
import org.tidings.replication.muxrpc.Procedures;
import org.tidings.replication.muxrpc.RpcConnection;
import org.tidings.replication.muxrpc.RpcLimits;
import org.tidings.replication.muxrpc.ScriptedPeer;
import org.tidings.replication.peer.PeerProtocol;
import org.tidings.replication.peer.PeerSession;
import org.tidings.replication.peer.Progress;
import org.tidings.replication.transport.PipeChannel;

/// Newest messages from a peer that follows a script: it has much, and sends none of it by EBT.
@Timeout(30)
class EarlyProtocolTest {
  private static final FeedId BOB = FeedId.of(SomeKeys.of("bob").publicKey());
  private static final int HISTORY = 5_000;

  @TempDir private Path folder;
  private final SomeFeed carol = SomeFeed.of("carol");
  private final List<PipeChannel> pipe = PipeChannel.pair();
  private final ScriptedPeer peer = new ScriptedPeer(pipe.get(0));
  private final Progress progress = new Progress();
  private RpcConnection connection;
  private TempFeeds temp;
  private EbtProtocol ebt;
  private List<Thread> running;

  @BeforeEach
  void start() throws Exception {
    temp = new TempFeeds(folder);
    temp.feeds().publisher().publish(Contact.follow(carol.id()).toJson());
    PeerSession session =
        new PeerSession(
            BOB, PeerSession.Direction.OUTGOING, PeerSession.Path.DIRECT, Instant.EPOCH, progress);
    connection =
        new RpcConnection(pipe.get(1), BOB, Procedures.of(List.of()), RpcLimits.PEER).start();
    Ebt state = new Ebt(temp.feeds());
    ebt = new EbtProtocol(state);
    PeerProtocol early = new EarlyProtocol(temp.feeds(), state, ebt);
    running =
        List.of(
            Thread.ofVirtual().start(() -> run(ebt, session)),
            Thread.ofVirtual().start(() -> run(early, session)));
    assertThat(peer.hearsFrame()).contains("\"ebt\",\"replicate\"");
  }

  @AfterEach
  void stop() throws InterruptedException {
    running.forEach(Thread::interrupt);
    for (Thread one : running) {
      one.join();
    }
    peer.close();
    ebt.close();
    temp.close();
  }

  private void run(PeerProtocol protocol, PeerSession session) {
    try {
      protocol.connected(session, connection);
    } catch (IOException over) {
      throw new AssertionError(over);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private void claims(int messages) throws IOException {
    peer.streams(-1, "{\"" + carol.id() + "\":" + (messages << 1) + "}");
  }

  /// The next call of history, whatever else is said.
  private Frame call() throws IOException {
    Frame frame = peer.hears().orElseThrow();
    while (!frame.body().toString().contains("createHistoryStream")) {
      frame = peer.hears().orElseThrow();
    }
    return frame;
  }

  private static String text(byte[] value) {
    return new String(value, StandardCharsets.UTF_8);
  }

  private List<String> shown() {
    return temp.feeds().earlyPosts().newest(1, 100).stream()
        .map(post -> post.post().text())
        .toList();
  }

  @Test
  void newestPostsComeBeforeTheirHistory() throws Exception {
    for (int i = 1; i <= 5; i++) {
      carol.post("carol " + i);
    }
    claims(HISTORY);

    Frame call = call();
    assertThat(call.body().toString())
        .contains("\"id\":\"" + carol.id() + "\"")
        .contains("\"sequence\":4951,\"seq\":4951,\"limit\":50,\"keys\":false");
    for (byte[] value : carol.values().subList(2, 5)) {
      peer.streams(-call.request(), text(value));
    }
    peer.ends(-call.request(), "true");

    await()
        .untilAsserted(() -> assertThat(shown()).containsExactly("carol 5", "carol 4", "carol 3"));
    assertThat(temp.feeds().log().head(carol.id())).isEmpty();
  }

  @Test
  void onlyAsManyAreTakenAsWereAskedFor() throws Exception {
    for (int i = 1; i <= 60; i++) {
      carol.post("carol " + i);
    }
    claims(HISTORY);
    Frame call = call();
    for (byte[] value : carol.values()) {
      peer.streams(-call.request(), text(value));
    }

    await().untilAsserted(() -> assertThat(shown()).hasSize(50));
    assertThat(shown()).doesNotContain("carol 51");
  }

  @Test
  void whoSendsWhatNobodySignedIsAskedNoMore() throws Exception {
    String forged = text(carol.post("carol").wire()).replace("carol", "caril");
    SomeFeed dave = SomeFeed.of("dave");
    claims(HISTORY);
    Frame call = call();
    peer.streams(-call.request(), forged).ends(-call.request(), "true");
    await().until(() -> !running.get(1).isAlive());

    temp.feeds().publisher().publish(Contact.follow(dave.id()).toJson());
    assertThat(shown()).isEmpty();
    assertThat(running.get(0).isAlive()).isTrue();
  }

  @Test
  void whoSendsNothingOfWhatItSaysToHaveIsAskedNoMore() throws Exception {
    claims(HISTORY);
    Frame call = call();
    peer.ends(-call.request(), "true");
    await().until(() -> !running.get(1).isAlive());
    assertThat(running.get(0).isAlive()).isTrue();
  }

  @Test
  void whatNobodySignedCountsWithTheBadMessagesOfOtherStreams() throws Exception {
    for (int i = 1; i < 50; i++) {
      assertThat(progress.bad()).isFalse();
    }
    String forged = text(carol.post("carol").wire()).replace("carol", "caril");
    claims(HISTORY);
    Frame call = call();
    peer.streams(-call.request(), forged).ends(-call.request(), "true");
    await().dontCatchUncaughtExceptions().until(connection::hasEnded);
  }
}
