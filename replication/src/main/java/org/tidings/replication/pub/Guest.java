package org.tidings.replication.pub;

import java.io.IOException;
import java.time.Duration;
import org.tidings.feed.json.Json;
import org.tidings.feed.json.JsonObject;
import org.tidings.feed.ref.FeedId;
import org.tidings.replication.muxrpc.Method;
import org.tidings.replication.muxrpc.Procedures;
import org.tidings.replication.muxrpc.RpcConnection;
import org.tidings.replication.muxrpc.RpcLimits;
import org.tidings.replication.transport.Deadline;
import org.tidings.replication.transport.SecretChannel;

/// The one call that a guest makes: whoever comes with the key of a code. Protocol 8.6.
final class Guest {
  static final Method USE = Method.async("invite.use");
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private Guest() {}

  /// Has a pub follow us; returns when it says that it does, and knows that we heard.
  ///
  /// @throws org.tidings.replication.muxrpc.RpcError when it does not
  /// @throws IOException when it did not answer
  static void use(SecretChannel channel, FeedId pub, FeedId us)
      throws IOException, InterruptedException {
    RpcConnection connection =
        new RpcConnection(channel, pub, Procedures.of(), RpcLimits.PEER).start();
    try (Deadline _ = Deadline.closing(channel, PATIENCE)) {
      connection.call(USE, JsonObject.of("feed", Json.of(us.toString())));
    } finally {
      connection.close();
      var _ = connection.awaitEnd();
    }
  }
}
