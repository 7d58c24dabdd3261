package org.tidings.replication.peer;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.tidings.feed.json.Json;
import org.tidings.feed.json.JsonObject;
import org.tidings.replication.muxrpc.Body;
import org.tidings.replication.muxrpc.Method;
import org.tidings.replication.muxrpc.Procedure;
import org.tidings.replication.muxrpc.RpcConnection;
import org.tidings.replication.muxrpc.RpcError;
import org.tidings.replication.muxrpc.RpcStream;

/// Keeps a quiet connection from being taken for a dead one: the dialling side serves its time, the
/// other returns it, and after a while both do so again (protocol reference, section 5.5). Old
/// peers hang up when their first serve is not returned within eleven seconds. Thread-safe.
public final class PingProtocol implements PeerProtocol {
  private static final Method GOSSIP_PING = ping("gossip.ping");
  private static final Method CONN_PING = ping("conn.ping");

  /// One would do, while another ends; what is said is a number, or an error.
  private static final int MOST_OPEN = 4;

  private static final int LARGEST = 1 << 14;

  /// Far more than one answer takes.
  private static final Duration ONCE = Duration.ofMinutes(5);

  private final InstantSource clock;
  private final Duration pause;

  /// @param pause between the other side's serve and ours
  public PingProtocol(InstantSource clock, Duration pause) {
    this.clock = clock;
    this.pause = pause;
  }

  @Override
  public List<Procedure> procedures(PeerSession session) {
    return List.of(
        Procedure.stream(GOSSIP_PING, (call, stream) -> volley(stream).returnServes()),
        Procedure.stream(CONN_PING, (call, stream) -> volley(stream).returnServes()));
  }

  @Override
  public void connected(PeerSession session, RpcConnection connection)
      throws IOException, InterruptedException {
    if (session.isDialer()) {
      try (RpcStream stream = connection.open(GOSSIP_PING, options(pause))) {
        volley(stream).serveFirst();
      }
    }
  }

  /// Whether the peer answers over that connection, be it that it knows no such call. Waits as long
  /// as the connection lasts.
  public static boolean answers(RpcConnection connection) throws InterruptedException {
    try (RpcStream stream = connection.open(GOSSIP_PING, options(ONCE))) {
      stream.send(Body.json(Json.of(0.0)));
      stream.receive();
      return true;
    } catch (RpcError refused) {
      return true;
    } catch (IOException ended) {
      return false;
    }
  }

  private static Method ping(String name) {
    return Method.duplex(name).withOpenUpTo(MOST_OPEN).withBodiesUpTo(LARGEST);
  }

  private static JsonObject options(Duration pause) {
    return JsonObject.of("timeout", Json.of((double) pause.toMillis()));
  }

  private Volley volley(RpcStream stream) {
    return new Volley(stream, clock, pause);
  }
}
