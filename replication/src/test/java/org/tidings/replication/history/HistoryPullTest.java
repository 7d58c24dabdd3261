package org.tidings.replication.history;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
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
import org.tidings.feed.content.Post;
import org.tidings.feed.doctor.Depth;
import org.tidings.feed.ref.FeedId;
import org.tidings.replication.muxrpc.Body;
import org.tidings.replication.muxrpc.Frame;
import org.tidings.replication.muxrpc.Procedures;
import org.tidings.replication.muxrpc.RpcConnection;
import org.tidings.replication.muxrpc.RpcLimits;
import org.tidings.replication.muxrpc.ScriptedPeer;
import org.tidings.replication.peer.PeerSession;
import org.tidings.replication.peer.SomeSession;
import org.tidings.replication.transport.PipeChannel;

/// Pulling history from a peer that follows a script, one stream at a time.
@Timeout(30)
class HistoryPullTest {
  private static final FeedId BOB = FeedId.of(SomeKeys.of("bob").publicKey());
  private static final FeedId CAROL = FeedId.of(SomeKeys.of("carol").publicKey());

  private static final Duration PATIENCE = Duration.ofMillis(500);

  @TempDir private Path folder;
  private final List<PipeChannel> pipe = PipeChannel.pair();
  private final ScriptedPeer peer = new ScriptedPeer(pipe.get(0));
  private RpcConnection connection;
  private TempFeeds temp;
  private Thread pulling;

  @BeforeEach
  void start() {
    temp = new TempFeeds(folder);
    connection =
        new RpcConnection(pipe.get(1), BOB, Procedures.of(List.of()), RpcLimits.PEER).start();
    PeerSession session = SomeSession.to(BOB);
    pulling = Thread.ofVirtual().start(() -> pull(session));
  }

  @AfterEach
  void stop() throws InterruptedException {
    pulling.interrupt();
    pulling.join();
    peer.close();
    temp.close();
  }

  @Test
  void liveStreamsMakeRoomWhenThereAreMoreFeedsThanStreams() throws Exception {
    assertThat(peer.hearsFrame())
        .contains(temp.feeds().identity().id().toString())
        .contains("\"live\":true");
    temp.feeds().publisher().publish(Contact.follow(CAROL).toJson());
    assertThat(peer.hearsFrame()).isEqualTo("1 SE true");
    assertThat(peer.hearsFrame()).contains("createHistoryStream").contains("\"live\":false");
  }

  @Test
  void oneThatIsSilentGivesItsPlaceToTheNext() throws Exception {
    assertThat(peer.hearsFrame()).contains(temp.feeds().identity().id().toString());
    temp.feeds().publisher().publish(Contact.follow(CAROL).toJson());
    assertThat(peer.hearsFrame()).isEqualTo("1 SE true");
    assertThat(peer.hearsFrame()).contains(temp.feeds().identity().id().toString());
    assertThat(peer.hearsFrame()).isEqualTo("2 SE true");
    assertThat(peer.hearsFrame()).contains(CAROL.toString());
  }

  @Test
  void whatIsDamagedHereIsAskedForAgain() throws Exception {
    FeedId self = temp.feeds().identity().id();
    assertThat(peer.hearsFrame()).contains(self.toString()).contains("\"sequence\":1,");
    for (int i = 1; i <= 3; i++) {
      temp.feeds().publisher().publish(Post.root("number " + i).toJson());
    }
    TempFeeds.damage(temp.feeds(), self, 2);
    temp.feeds().doctor().repair(Depth.MESSAGES, (done, total) -> {});
    assertThat(peer.hearsFrame()).isEqualTo("1 SE true");
    assertThat(peer.hearsFrame()).contains(self.toString()).contains("\"sequence\":2,");
  }

  @Test
  void whatCameAlreadyIsNotVerifiedAgain() throws Exception {
    SomeFeed carol = SomeFeed.of("carol");
    int carols = -askedForCarol();
    byte[] first = carol.post("first").wire();
    for (int i = 0; i < 300; i++) {
      sends(carols, first);
    }
    sends(carols, carol.post("second").wire());
    await().until(() -> headOfCarol() == 2);
    assertThat(temp.feeds().ingest().counts().duplicates()).isZero();
  }

  @Test
  void aStreamThatOnlyBringsWhatCameAlreadyIsEnded() throws Exception {
    byte[] first = SomeFeed.of("carol").post("first").wire();
    int carols = -askedForCarol();
    for (int i = 0; i < 600; i++) {
      sends(carols, first);
    }
    assertThat(peer.hearsFrame()).isEqualTo(-carols + " SE true");
    await().until(() -> headOfCarol() == 1);
  }

  @Test
  void whatIsLeftOutIsAskedForAgainSoon() throws Exception {
    SomeFeed carol = SomeFeed.of("carol");
    int carols = -askedForCarol();
    byte[] first = carol.post("first").wire();
    sends(carols, carol.post("second").wire());
    assertThat(peer.hearsFrame()).isEqualTo(-carols + " SE true");
    String again = peer.hearsFrame();
    while (!again.contains(CAROL.toString())) {
      again = peer.hearsFrame();
    }
    assertThat(again).contains("\"sequence\":1,");
    sends(-Integer.parseInt(again.substring(0, again.indexOf(' '))), first);
    await().until(() -> headOfCarol() == 1);
  }

  @Test
  void aMarkBetweenMessagesIsNone() throws Exception {
    SomeFeed carol = SomeFeed.of("carol");
    int carols = -askedForCarol();
    sends(carols, carol.post("stored").wire());
    sends(carols, "{\"sync\":true}".getBytes(UTF_8));
    sends(carols, carol.post("new").wire());
    await().until(() -> headOfCarol() == 2);
  }

  @Test
  void aStreamThatOnlyBringsMarksIsEnded() throws Exception {
    int carols = -askedForCarol();
    for (int i = 0; i < 600; i++) {
      sends(carols, "{\"sync\":true}".getBytes(UTF_8));
    }
    assertThat(peer.hearsFrame()).isEqualTo(-carols + " SE true");
  }

  @Test
  void aStreamWithAMessageOfAnotherFeedIsEnded() throws Exception {
    int carols = -askedForCarol();
    sends(carols, SomeFeed.of("dave").post("not by carol").wire());
    assertThat(peer.hearsFrame()).isEqualTo(-carols + " SE true");
  }

  /// The number of the call that asks for Carol's feed.
  private int askedForCarol() throws Exception {
    String self = temp.feeds().identity().id().toString();
    assertThat(peer.hearsFrame()).contains(self);
    temp.feeds().publisher().publish(Contact.follow(CAROL).toJson());
    assertThat(peer.hearsFrame()).isEqualTo("1 SE true");
    assertThat(peer.hearsFrame()).contains(self);
    assertThat(peer.hearsFrame()).isEqualTo("2 SE true");
    assertThat(peer.hearsFrame()).contains(CAROL.toString());
    return 3;
  }

  private void sends(int request, byte[] value) throws IOException {
    peer.sends(new Frame(request, true, false, Body.rawJson(value)));
  }

  private long headOfCarol() {
    return temp.feeds().log().head(CAROL).map(head -> head.sequence().value()).orElse(0L);
  }

  private void pull(PeerSession session) {
    try {
      new HistoryPull(temp.feeds(), session, connection, 1, PATIENCE).run();
    } catch (IOException over) {
      throw new AssertionError(over);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
