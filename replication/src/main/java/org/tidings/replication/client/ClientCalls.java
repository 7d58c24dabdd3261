package org.tidings.replication.client;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tidings.feed.Feeds;
import org.tidings.feed.index.Unboxer;
import org.tidings.replication.Replication;
import org.tidings.replication.muxrpc.Procedure;
import org.tidings.replication.muxrpc.RpcError;

/// All that programs of our own may call by the names ssb-server has for it.
public final class ClientCalls {
  private ClientCalls() {}

  /// The network, for a call that needs it.
  static Replication network(Optional<Replication> replication) throws RpcError {
    return replication.orElseThrow(() -> new RpcError("This Tidings does not use the network."));
  }

  /// The procedures.
  ///
  /// @param replication absent where the network is not used; then there are no peers
  public static List<Procedure> of(Feeds feeds, Optional<Replication> replication) {
    List<Procedure> all = new ArrayList<>();
    Unsealing unsealing = new Unsealing(new Unboxer(feeds.identity().keys()));
    all.addAll(new LogCalls(feeds, unsealing).procedures());
    all.addAll(new StreamCalls(feeds, unsealing).procedures());
    all.addAll(new PublishCalls(feeds, unsealing).procedures());
    all.addAll(new FriendCalls(feeds).procedures());
    all.addAll(new FriendStreams(feeds).procedures());
    all.addAll(new BlobCalls(feeds, replication).procedures());
    all.addAll(new PeerCalls(feeds, replication).procedures());
    all.addAll(new InviteCalls(feeds, replication).procedures());
    return all;
  }
}
