package org.tidings.replication.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
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
import org.tidings.feed.json.JsonObject;
import org.tidings.feed.ref.FeedId;
import org.tidings.replication.ebt.Ebt;
import org.tidings.replication.ebt.EbtProtocol;
import org.tidings.replication.muxrpc.Method;
import org.tidings.replication.muxrpc.Procedures;
import org.tidings.replication.muxrpc.RpcConnection;
import org.tidings.replication.muxrpc.RpcLimits;
import org.tidings.replication.muxrpc.RpcStream;
import org.tidings.replication.peer.PeerSession;
import org.tidings.replication.peer.SomeSession;
import org.tidings.replication.transport.PipeChannel;

/// What somebody wrote whom we block: it is stored, and a peer asks for it.
@Timeout(30)
class BlockedHistoryTest {
  private static final FeedId BOB = FeedId.of(SomeKeys.of("bob").publicKey());

  private final SomeFeed ann = SomeFeed.of("ann");

  @TempDir private Path folder;
  private TempFeeds temp;
  private EbtProtocol ebt;
  private HistoryProtocol history;
  private RpcConnection ours;
  private RpcConnection bobs;

  @BeforeEach
  void start() {
    temp = new TempFeeds(folder);
    ann.post("hello");
    temp.ingest(ann.values(), TempFeeds.IMPORT);
    ebt = new EbtProtocol(new Ebt(temp.feeds()));
    history = new HistoryProtocol(temp.feeds(), ebt);
    PeerSession session = SomeSession.from(BOB);
    List<PipeChannel> pipe = PipeChannel.pair();
    FeedId self = temp.feeds().identity().id();
    ours =
        new RpcConnection(
                pipe.get(0), BOB, Procedures.of(history.procedures(session)), RpcLimits.PEER)
            .start();
    bobs = new RpcConnection(pipe.get(1), self, Procedures.of(List.of()), RpcLimits.PEER).start();
  }

  @AfterEach
  void stop() {
    bobs.close();
    ours.close();
    history.close();
    ebt.close();
    temp.close();
  }

  @Test
  void nobodyIsServedIt() throws Exception {
    assertThat(ask(false).receive()).as("before").isPresent();
    temp.feeds().publisher().publish(Contact.block(ann.id()).toJson());

    assertThat(ask(false).receive()).isEmpty();
    assertThat(ask(true).receive()).isEmpty();
  }

  @Test
  void aLiveStreamEndsWithTheNextMessage() throws Exception {
    RpcStream live = ask(true);
    assertThat(live.receive()).as("before").isPresent();
    temp.feeds().publisher().publish(Contact.block(ann.id()).toJson());
    ann.post("again");
    temp.ingest(ann.values(), TempFeeds.IMPORT);

    assertThat(live.receive()).isEmpty();
  }

  private RpcStream ask(boolean live) throws Exception {
    return bobs.open(
        Method.source("createHistoryStream"),
        JsonObject.builder().put("id", ann.id().toString()).put("live", live).build());
  }
}
