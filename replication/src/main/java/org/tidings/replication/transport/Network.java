package org.tidings.replication.transport;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;

/// From where somebody comes, as far as one machine cannot choose it at will: an IPv4 address, the
/// first 64 bits of an IPv6 address, since whoever has one has all of its network, or a room.
///
/// @param name one for each
public record Network(String name) {
  private static final int IPV6_BYTES = 8;

  static Network of(InetAddress address) {
    byte[] bytes = address.getAddress();
    return new Network(
        HexFormat.of()
            .formatHex(address instanceof Inet6Address ? Arrays.copyOf(bytes, IPV6_BYTES) : bytes));
  }

  /// That of a connection.
  ///
  /// @param remoteName as [Channel#remoteName] says
  public static Network of(String remoteName) {
    String host = remoteName.replaceFirst(":\\d+$", "").replaceFirst("%.*", "");
    return IpLiteral.read(host).map(Network::of).orElseGet(() -> new Network(remoteName));
  }
}
