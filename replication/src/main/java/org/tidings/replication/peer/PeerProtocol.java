package org.tidings.replication.peer;

import java.io.IOException;
import java.util.List;
import org.tidings.replication.muxrpc.Procedure;
import org.tidings.replication.muxrpc.RpcConnection;

/// One protocol that peers speak over a connection: what it lets them call, and what it does itself
/// once a connection is up. One object serves all connections; thread-safe.
public interface PeerProtocol extends AutoCloseable {
  /// What the peer of that session may call; nothing where only we call. Asked once, before the
  /// connection starts.
  default List<Procedure> procedures(PeerSession session) {
    return List.of();
  }

  /// The connection is up. Runs in a virtual thread of its own, which is interrupted when the
  /// connection ends; may return earlier. An [org.tidings.replication.muxrpc.RpcError] or a stream
  /// that ended is not the connection's end: other protocols go on.
  void connected(PeerSession session, RpcConnection connection)
      throws IOException, InterruptedException;

  /// Stops what runs beside the connections, once the last of them has ended.
  @Override
  default void close() {}
}
