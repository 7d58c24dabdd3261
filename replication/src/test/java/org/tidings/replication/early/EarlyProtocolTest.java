package org.tidings.replication.early;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.atomic.AtomicInteger;
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
import org.tidings.replication.peer.SomeSession;
import org.tidings.replication.transport.PipeChannel;

/// Newest messages from a peer that follows a script: it has much, and sends none of it by EBT.
@Timeout(30)
class EarlyProtocolTest {
  private static final FeedId BOB = FeedId.of(SomeKeys.of("bob").publicKey());
  private static final int HISTORY = 5_000;

  @TempDir private Path folder;
  private final SomeFeed carol = SomeFeed.of("carol");
  private final List<PeerSession> sessions = new ArrayList<>();
  private final List<Thread> running = new ArrayList<>();
  private final List<ScriptedPeer> peers = new ArrayList<>();
  private TempFeeds temp;
  private EbtProtocol ebt;
  private PeerProtocol early;
  private ScriptedPeer peer;
  private RpcConnection connection;

  @BeforeEach
  void start() throws Exception {
    temp = new TempFeeds(folder);
    temp.feeds().publisher().publish(Contact.follow(carol.id()).toJson());
    Ebt state = new Ebt(temp.feeds());
    ebt = new EbtProtocol(state);
    early = new EarlyProtocol(temp.feeds(), state, ebt);
    List<PipeChannel> pipe = PipeChannel.pair();
    peer = new ScriptedPeer(pipe.get(0));
    connection = meet(BOB, peer, pipe.get(1));
  }

  /// Connects with one more.
  private RpcConnection meet(FeedId id, ScriptedPeer other, PipeChannel channel)
      throws IOException {
    PeerSession session = SomeSession.to(id);
    sessions.add(session);
    RpcConnection met =
        new RpcConnection(channel, id, Procedures.of(List.of()), RpcLimits.PEER).start();
    peers.add(other);
    running.add(Thread.ofVirtual().start(() -> run(ebt, session, met)));
    running.add(Thread.ofVirtual().start(() -> run(early, session, met)));
    assertThat(other.hearsFrame()).contains("\"ebt\",\"replicate\"");
    return met;
  }

  @AfterEach
  void stop() throws InterruptedException {
    running.forEach(Thread::interrupt);
    for (Thread one : running) {
      one.join();
    }
    peers.forEach(ScriptedPeer::close);
    ebt.close();
    temp.close();
  }

  private static void run(PeerProtocol protocol, PeerSession session, RpcConnection met) {
    try {
      protocol.connected(session, met);
    } catch (IOException over) {
      throw new AssertionError(over);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private void claims(int messages) throws IOException {
    claims(peer, messages);
  }

  private void claims(ScriptedPeer who, int messages) throws IOException {
    who.streams(-1, "{\"" + carol.id() + "\":" + (messages << 1) + "}");
  }

  private Frame call() throws IOException {
    return call(peer);
  }

  /// The next call of history, whatever else is said.
  private static Frame call(ScriptedPeer who) throws IOException {
    Frame frame = who.hears().orElseThrow();
    while (!frame.body().toString().contains("createHistoryStream")) {
      frame = who.hears().orElseThrow();
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
  void whatHasComeIsShownThoughMoreIsOnItsWay() throws Exception {
    String first = text(carol.post("carol").wire());
    claims(HISTORY);
    peer.streams(-call().request(), first);
    await().untilAsserted(() -> assertThat(shown()).containsExactly("carol"));
    assertThat(connection.hasEnded()).isFalse();
  }

  @Test
  void whatHadComeIsShownWhenTheConnectionBreaks() throws Exception {
    String first = text(carol.post("carol").wire());
    claims(HISTORY);
    long before = connection.traffic().framesReceived();
    peer.streams(-call().request(), first);
    await().until(() -> connection.traffic().framesReceived() > before);
    connection.abort(new IOException("cut"));
    await()
        .dontCatchUncaughtExceptions()
        .untilAsserted(() -> assertThat(shown()).containsExactly("carol"));
  }

  /// A hundred are here in a moment, unless the line is slow.
  @Test
  void whereFewMessagesTakeLongTheNewestAreAskedForToo() throws Exception {
    claims(100);
    assertThat(call().body().toString())
        .contains("\"sequence\":76,\"seq\":76,\"limit\":25,\"keys\":false");
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
      assertThat(sessions.getFirst().bad("forged")).isFalse();
    }
    String forged = text(carol.post("carol").wire()).replace("carol", "caril");
    claims(HISTORY);
    Frame call = call();
    peer.streams(-call.request(), forged).ends(-call.request(), "true");
    await().dontCatchUncaughtExceptions().until(connection::hasEnded);
  }

  @Test
  void whomWeFollowWaitsForNoStranger() throws Exception {
    FeedId dave = FeedId.of(SomeKeys.of("dave").publicKey());
    temp.feeds().publisher().publish(Contact.follow(dave).toJson());
    AtomicInteger asked = new AtomicInteger();
    for (int number = 0; number < 9; number++) {
      List<PipeChannel> pipe = PipeChannel.pair();
      ScriptedPeer stranger = new ScriptedPeer(pipe.get(0));
      meet(FeedId.of(SomeKeys.of("stranger" + number).publicKey()), stranger, pipe.get(1));
      claims(stranger, HISTORY);
      Thread.ofVirtual().start(() -> count(stranger, asked));
    }
    await().until(() -> asked.get() == 2);

    List<PipeChannel> pipe = PipeChannel.pair();
    ScriptedPeer friend = new ScriptedPeer(pipe.get(0));
    meet(dave, friend, pipe.get(1));
    claims(friend, HISTORY);

    assertThat(call(friend).body().toString()).contains(carol.id().toString());
    assertThat(asked.get()).isEqualTo(2);
  }

  /// Says nothing to whatever is asked.
  private static void count(ScriptedPeer stranger, AtomicInteger asked) {
    try {
      while (!Thread.interrupted()) {
        call(stranger);
        asked.incrementAndGet();
      }
    } catch (IOException | NoSuchElementException over) {
      Thread.currentThread().interrupt();
    }
  }
}
