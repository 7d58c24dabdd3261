package org.tidings.app.owner;

import org.tidings.crypto.handshake.NetworkKey;

/// How a data folder is opened.
///
/// @param reach what of the network is wanted
/// @param hops how far feeds are fetched
public record Start(NetworkKey network, Reach reach, int hops) {

  /// What of the network is wanted.
  public sealed interface Reach {
    /// Nothing.
    ///
    /// @param answering whether it may take long, so that commands of others are answered meanwhile
    record Offline(boolean answering) implements Reach {}

    /// Calls one peer and nobody else; others reach us at a free port of loopback only.
    record OneCall() implements Reach {}

    /// A peer among peers.
    ///
    /// @param host the address to listen at
    /// @param port to listen at; 0 takes a free one
    /// @param mustHavePort whether another port will not do
    record Peer(String host, int port, boolean mustHavePort, boolean lan) implements Reach {}
  }
}
