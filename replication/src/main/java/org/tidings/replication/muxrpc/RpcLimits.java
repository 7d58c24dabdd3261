package org.tidings.replication.muxrpc;

import java.time.Duration;

/// The bounds of one connection.
public record RpcLimits(Calls calls, Memory memory, Patience patience) {
  /// For peers.
  public static final RpcLimits PEER =
      new RpcLimits(
          new Calls(1 << 16, 128, 4), new Memory(1 << 18, 1 << 19, 1 << 18), Patience.PEER);

  /// For our own commands on the loopback listener: more memory, no time limits to speak of.
  public static final RpcLimits OWN =
      new RpcLimits(
          new Calls(Method.USUAL_BODY_LIMIT, 5_000, 5_000),
          new Memory(1 << 20, 1 << 22, 1 << 19),
          Patience.OWN);

  /// What the peer may call.
  ///
  /// @param bytes the largest body with which a call may be opened
  /// @param open how many may be open at once, but for those of methods with a [bound of their
  ///     own][Method#openLimit]
  /// @param openLarge how many of all may be open at once that were opened with more than
  ///     [#USUAL_BYTES]: the arguments stay in memory as long as the call does
  public record Calls(int bytes, int open, int openLarge) {
    /// More than calls of honest peers are opened with, but for some that name many things at once.
    static final int USUAL_BYTES = 512;
  }

  /// What may wait, in bytes of memory.
  ///
  /// @param inbox unread on one stream before we stop reading the connection
  /// @param unread the same on all streams together
  /// @param outbox to be sent before senders wait
  public record Memory(int inbox, int unread, int outbox) {}

  /// How long is too long.
  ///
  /// @param halfClosed for a stream we ended and the peer did not
  /// @param unread for what we write while the peer takes in nothing of it
  /// @param quiet for something to come where it is due, before it is doubtful whether the
  ///     connection still leads anywhere
  /// @param silence for a connection without any frame from the peer
  public record Patience(Duration halfClosed, Duration unread, Duration quiet, Duration silence) {
    static final Patience PEER =
        new Patience(
            Duration.ofSeconds(30),
            Duration.ofMinutes(1),
            Duration.ofSeconds(30),
            Duration.ofMinutes(10));
    static final Patience OWN =
        new Patience(
            Duration.ofDays(1), Duration.ofDays(1), Duration.ofDays(1), Duration.ofDays(365));
  }
}
