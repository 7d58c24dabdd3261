package org.tidings.replication;

import org.tidings.crypto.handshake.NetworkKey;

/// What a person may set about the network.
///
/// @param host the address to listen at; `::` is all of them, IPv4 too
/// @param port the TCP port to listen at; 0 takes a free one
/// @param lan whether to look for peers on the local network and be found there
/// @param dial whether to call known peers without being asked
/// @param pub whether others can be invited here
public record ReplicationSettings(
    String host, int port, NetworkKey network, boolean lan, boolean dial, boolean pub) {
  /// The port peers expect.
  public static final int USUAL_PORT = 8008;

  /// The same without inviting anybody.
  public ReplicationSettings(String host, int port, NetworkKey network, boolean lan, boolean dial) {
    this(host, port, network, lan, dial, false);
  }

  /// The same with inviting others.
  public ReplicationSettings asPub() {
    return new ReplicationSettings(host, port, network, lan, dial, true);
  }

  /// Everywhere, the usual port, the main network, everything on.
  public static final ReplicationSettings USUAL =
      new ReplicationSettings("::", USUAL_PORT, NetworkKey.MAIN, true, true);
}
