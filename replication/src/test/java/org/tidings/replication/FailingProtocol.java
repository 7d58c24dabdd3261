package org.tidings.replication;

import java.io.IOException;
import java.util.List;
import org.tidings.replication.muxrpc.Method;
import org.tidings.replication.muxrpc.Procedure;
import org.tidings.replication.muxrpc.RpcConnection;
import org.tidings.replication.peer.PeerProtocol;
import org.tidings.replication.peer.PeerSession;

/// Calls what the other side does not have.
final class FailingProtocol implements PeerProtocol {
  @Override
  public List<Procedure> procedures(PeerSession session) {
    return List.of();
  }

  @Override
  public void connected(PeerSession session, RpcConnection connection)
      throws IOException, InterruptedException {
    connection.call(Method.async("no.such.thing"));
  }
}
