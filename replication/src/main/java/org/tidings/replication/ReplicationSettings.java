package org.tidings.replication;

import org.tidings.crypto.handshake.NetworkKey;

/// What a person may set about the network.
///
/// @param host the address to listen at; `::` is all of them, IPv4 too
/// @param port the TCP port to listen at; 0 takes a free one
/// @param lan whether to look for peers on the local network and be found there
/// @param dial whether to call known peers without being asked
public record ReplicationSettings(
    String host, int port, NetworkKey network, boolean lan, boolean dial) {
  /// The port peers expect.
  public static final int USUAL_PORT = 8008;

  /// Everywhere, the usual port, the main network, everything on.
  public static final ReplicationSettings USUAL =
      new ReplicationSettings("::", USUAL_PORT, NetworkKey.MAIN, true, true);
}
