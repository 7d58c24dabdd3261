package org.tidings.replication;

import java.io.IOException;
import org.tidings.replication.muxrpc.Method;
import org.tidings.replication.muxrpc.RpcConnection;
import org.tidings.replication.peer.PeerProtocol;
import org.tidings.replication.peer.PeerSession;

/// Calls what the other side does not have.
final class FailingProtocol implements PeerProtocol {
  @Override
  public void connected(PeerSession session, RpcConnection connection)
      throws IOException, InterruptedException {
    connection.call(Method.async("no.such.thing"));
  }
}
