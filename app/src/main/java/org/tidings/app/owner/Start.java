package org.tidings.app.owner;

import org.tidings.crypto.handshake.NetworkKey;
import org.tidings.feed.Bounds;
import org.tidings.replication.ReplicationSettings;
import org.tidings.replication.transport.Routes;

/// How a data folder is opened.
///
/// @param reach what of the network is wanted
/// @param bounds how much of what others say is kept
/// @param programs where our own commands and other programs of ours find us
/// @param routes by which way others are reached
public record Start(
    NetworkKey network, Reach reach, Bounds bounds, Programs programs, Routes routes) {

  /// The same where programs find us at a free port, and others are reached directly.
  public Start(NetworkKey network, Reach reach, Bounds bounds) {
    this(network, reach, bounds, Programs.AT_A_FREE_PORT, Routes.DIRECT);
  }

  /// The same where programs find us there.
  public Start with(Programs there) {
    return new Start(network, reach, bounds, there, routes);
  }

  /// The same where others are reached by these ways.
  public Start by(Routes ways) {
    return new Start(network, reach, bounds, programs, ways);
  }

  /// The port of loopback for programs of ours.
  ///
  /// @param port 0 takes a free one
  /// @param mustHavePort whether another port will not do
  public record Programs(int port, boolean mustHavePort) {
    /// As `instance.json` tells.
    public static final Programs AT_A_FREE_PORT = new Programs(0, false);

    /// Where tools made for ssb-server look.
    public static Programs atUsualPort(boolean mustHavePort) {
      return new Programs(ReplicationSettings.USUAL_PORT, mustHavePort);
    }
  }

  /// What of the network is wanted.
  public sealed interface Reach {
    /// Nothing.
    ///
    /// @param answering whether it may take long, so that commands of others are answered meanwhile
    record Offline(boolean answering) implements Reach {}

    /// As [Offline], for what only reads: where nothing can be written it reads all the same.
    record Reading(boolean answering) implements Reach {}

    /// Calls one peer and nobody else; others reach us at a free port of loopback only.
    record OneCall() implements Reach {}

    /// A peer among peers.
    ///
    /// @param host the address to listen at
    /// @param port to listen at; 0 takes a free one
    /// @param mustHavePort whether another port will not do
    /// @param pub whether others can be invited
    record Peer(String host, int port, boolean mustHavePort, boolean lan, boolean pub)
        implements Reach {
      /// One that invites nobody.
      public Peer(String host, int port, boolean mustHavePort, boolean lan) {
        this(host, port, mustHavePort, lan, false);
      }
    }
  }
}
