package org.tidings.replication.ebt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.tidings.crypto.key.SomeKeys;
import org.tidings.feed.Feeds;
import org.tidings.feed.SomeFeed;
import org.tidings.feed.TempFeeds;
import org.tidings.feed.content.Contact;
import org.tidings.feed.json.JsonObject;
import org.tidings.feed.ref.FeedId;
import org.tidings.replication.muxrpc.Body;
import org.tidings.replication.muxrpc.Frame;
import org.tidings.replication.muxrpc.Method;
import org.tidings.replication.muxrpc.Procedures;
import org.tidings.replication.muxrpc.RpcConnection;
import org.tidings.replication.muxrpc.RpcLimits;
import org.tidings.replication.muxrpc.RpcStream;
import org.tidings.replication.muxrpc.ScriptedPeer;
import org.tidings.replication.peer.PeerSession;
import org.tidings.replication.peer.SomeSession;
import org.tidings.replication.transport.PipeChannel;

/// A feed that is dropped here is told to nobody as held, and can be fetched anew.
@Timeout(60)
class DroppedFeedTest {
  private static final FeedId BOB = FeedId.of(SomeKeys.of("bob").publicKey());

  @TempDir private Path folder;

  @Test
  void theClockNamesADroppedFeedNoLongerAndNamesItAgainWhenItIsBack() throws Exception {
    SomeFeed ann = SomeFeed.of("ann");
    ann.post("hello");
    try (TempFeeds temp = new TempFeeds(folder);
        Ebt ebt = new Ebt(temp.feeds())) {
      temp.feeds().publisher().publish(Contact.follow(ann.id()).toJson());
      TempFeeds.ingest(temp.feeds(), ann.values(), TempFeeds.IMPORT);
      await().untilAsserted(() -> assertThat(told(ebt)).contains(ann.id()));
      temp.feeds().storage().drop(ann.id());
      await().untilAsserted(() -> assertThat(told(ebt)).doesNotContain(ann.id()));
      TempFeeds.ingest(temp.feeds(), ann.values(), TempFeeds.IMPORT);
      await().untilAsserted(() -> assertThat(told(ebt)).contains(ann.id()));
    }
  }

  /// No message is taken out of the database, so that the feed is on its way out for as long as we
  /// like.
  @Test
  void whatComesWhileAFeedIsBeingDroppedIsNobodysFault() throws Exception {
    SomeFeed ann = SomeFeed.of("ann");
    ann.post("hello");
    try (TempFeeds temp = new TempFeeds(folder)) {
      temp.feeds().publisher().publish(Contact.follow(ann.id()).toJson());
      temp.ingest(ann.values(), TempFeeds.IMPORT);
      temp.change(
          "CREATE TRIGGER no_drop BEFORE DELETE ON messages BEGIN"
              + " SELECT RAISE(ABORT, 'held'); END");
      Feeds feeds = temp.feeds();
      feeds.storage().drop(ann.id());
      ann.post("again");
      try (Ebt ebt = new Ebt(feeds);
          ScriptedPeer peer = meet(ebt)) {
        peer.streams(-1, "{\"" + ann.id() + "\":4}");
        hearsUntil(peer, ann.id());
        peer.sends(new Frame(-1, true, false, Body.rawJson(ann.values().getLast())));
        await().until(() -> feeds.ingest().counts().refused() == 1);
        FeedId dave = SomeFeed.of("dave").id();
        feeds.publisher().publish(Contact.follow(dave).toJson());
        assertThat(hearsUntil(peer, dave)).noneMatch(said -> said.contains(ann.id().toString()));
      }
    }
  }

  private static ScriptedPeer meet(Ebt ebt) throws Exception {
    List<PipeChannel> pipe = PipeChannel.pair();
    RpcConnection connection =
        new RpcConnection(pipe.get(1), BOB, Procedures.of(), RpcLimits.PEER).start();
    PeerSession session = SomeSession.to(BOB);
    RpcStream stream = connection.open(Method.duplex("ebt.replicate"), JsonObject.of());
    EbtSession ours = new EbtSession(ebt, session, stream, false, () -> {});
    Thread.ofVirtual().start(() -> run(ebt, ours));
    return new ScriptedPeer(pipe.get(0));
  }

  private static void run(Ebt ebt, EbtSession session) {
    try {
      ebt.run(session);
    } catch (IOException | InterruptedException over) {
      Thread.currentThread().interrupt();
    }
  }

  /// What we say up to where that feed is spoken of.
  private static List<String> hearsUntil(ScriptedPeer peer, FeedId feed) throws IOException {
    List<String> said = new ArrayList<>();
    do {
      said.add(peer.hearsFrame());
    } while (!said.getLast().contains(feed.toString()));
    return said;
  }

  private static Iterable<FeedId> told(Ebt ebt) {
    return ebt.clockFor(BOB).sequences().keySet();
  }
}
