package org.tidings.replication.sim;

import java.nio.ByteBuffer;
import org.tidings.feed.ref.FeedId;

/// Ids for peers that never sign anything.
final class SomePeers {
  private SomePeers() {}

  static FeedId id(int number) {
    return FeedId.of(ByteBuffer.allocate(32).putInt(number).array());
  }
}
