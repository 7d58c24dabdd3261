package org.tidings.replication.blob;

import java.io.IOException;
import java.util.List;
import org.tidings.feed.json.JsonObject;
import org.tidings.replication.muxrpc.Body;
import org.tidings.replication.muxrpc.Call;
import org.tidings.replication.muxrpc.Method;
import org.tidings.replication.muxrpc.Procedure;
import org.tidings.replication.muxrpc.RpcConnection;
import org.tidings.replication.muxrpc.RpcStream;
import org.tidings.replication.peer.PeerProtocol;
import org.tidings.replication.peer.PeerSession;

/// Answers `blobs.createWants`, which every peer calls as soon as it is connected: with no wants,
/// and it stays open, since a stream that ends is taken for a peer without blobs. Thread-safe.
public final class BlobWants implements PeerProtocol {
  private static final Method CREATE_WANTS = Method.source("blobs.createWants");

  @Override
  public List<Procedure> procedures(PeerSession session) {
    return List.of(Procedure.stream(CREATE_WANTS, BlobWants::wantNothing));
  }

  @Override
  public void connected(PeerSession session, RpcConnection connection) {
    // Nobody is asked for blobs.
  }

  private static void wantNothing(Call call, RpcStream stream)
      throws IOException, InterruptedException {
    stream.send(Body.json(JsonObject.of()));
    stream.receive(); // until the peer ends it
  }
}
