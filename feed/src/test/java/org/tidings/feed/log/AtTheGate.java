package org.tidings.feed.log;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.tidings.crypto.key.SomeKeys;
import org.tidings.feed.Feeds;
import org.tidings.feed.json.JsonObject;
import org.tidings.feed.local.PeerRecord;
import org.tidings.feed.log.GateState.Held;
import org.tidings.feed.log.GateState.Reason;
import org.tidings.feed.message.Message;
import org.tidings.feed.ref.FeedId;

/// Tests of the publishing gate, in folders of their own. Confined to the test's thread.
abstract class AtTheGate {

  static final FeedId ANN = FeedId.of(SomeKeys.of("ann").publicKey());

  @TempDir Path folder;

  static Message post(Feeds feeds, String text) throws PublishRefused {
    return feeds
        .publisher()
        .publish(JsonObject.builder().put("type", "post").put("text", text).build());
  }

  /// Puts somebody into the peer book.
  static void know(Feeds feeds, FeedId peer) {
    feeds
        .peerMemory()
        .save(
            new PeerRecord(
                peer,
                "net:example.com:8008~shs:ann",
                "direct",
                true,
                new PeerRecord.History(0, Optional.empty())));
  }

  static Optional<Reason> reason(Feeds feeds) {
    return feeds.gate().state() instanceof Held(Reason reason)
        ? Optional.of(reason)
        : Optional.empty();
  }
}
