package org.tidings.replication.muxrpc;

import java.time.Duration;

/// The bounds of one connection.
///
/// @param requestBytes the largest body with which the peer may open a call
/// @param openCalls how many calls the peer may have open at once, but for those of methods with
///     a [bound of their own][Method#openLimit]
/// @param inboxBytes how much may wait unread on one stream before we stop reading the connection
/// @param outboxBytes how much may wait to be sent before senders wait
public record RpcLimits(
    int requestBytes, int openCalls, int inboxBytes, int outboxBytes, Patience patience) {
  /// For peers.
  public static final RpcLimits PEER = new RpcLimits(1 << 16, 128, 1 << 20, 1 << 18, Patience.PEER);

  /// For our own commands on the loopback listener: the same memory, no time limits to speak of.
  public static final RpcLimits OWN =
      new RpcLimits(Method.USUAL_BODY_LIMIT, 5_000, 1 << 20, 1 << 19, Patience.OWN);

  /// How long is too long.
  ///
  /// @param halfClosed for a stream we ended and the peer did not
  /// @param unread for a write the peer does not read
  /// @param silence for a connection without any frame from the peer
  public record Patience(Duration halfClosed, Duration unread, Duration silence) {
    static final Patience PEER =
        new Patience(Duration.ofSeconds(30), Duration.ofMinutes(1), Duration.ofMinutes(10));
    static final Patience OWN =
        new Patience(Duration.ofDays(1), Duration.ofDays(1), Duration.ofDays(365));
  }
}
