package org.tidings.replication;

import org.tidings.crypto.handshake.NetworkKey;
import org.tidings.replication.transport.Routes;

/// What a person may set about the network.
///
/// @param host the address to listen at; `::` is all of them, IPv4 too
/// @param port the TCP port to listen at; 0 takes a free one
/// @param lan whether to look for peers on the local network and be found there
/// @param dial whether to call known peers without being asked
/// @param pub whether others can be invited here
/// @param routes by which way others are reached, and who may be connected
public record ReplicationSettings(
    String host,
    int port,
    NetworkKey network,
    boolean lan,
    boolean dial,
    boolean pub,
    Routes routes) {
  /// The port peers expect.
  public static final int USUAL_PORT = 8008;

  /// The same without inviting anybody, everything reached directly.
  public ReplicationSettings(String host, int port, NetworkKey network, boolean lan, boolean dial) {
    this(host, port, network, lan, dial, false, Routes.DIRECT);
  }

  /// The same with inviting others.
  public ReplicationSettings asPub() {
    return new ReplicationSettings(host, port, network, lan, dial, true, routes);
  }

  /// The same by other ways.
  public ReplicationSettings by(Routes others) {
    return new ReplicationSettings(host, port, network, lan, dial, pub, others);
  }

  /// Everywhere, the usual port, the main network, everything on.
  public static final ReplicationSettings USUAL =
      new ReplicationSettings("::", USUAL_PORT, NetworkKey.MAIN, true, true);
}
