package org.tidings.replication.transport;

import java.net.InetAddress;
import java.util.Optional;

/// Hosts that are an address by their text alone, so that nobody is asked for a name. Stateless.
public final class IpLiteral {
  private IpLiteral() {}

  /// The address that a host is, written without brackets; empty where it is a name.
  public static Optional<InetAddress> read(String host) {
    try {
      return Optional.of(InetAddress.ofLiteral(host));
    } catch (IllegalArgumentException aName) {
      return Optional.empty();
    }
  }
}
