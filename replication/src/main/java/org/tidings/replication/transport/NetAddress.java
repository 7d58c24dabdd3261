package org.tidings.replication.transport;

import java.util.Optional;
import java.util.stream.Stream;
import org.tidings.crypto.key.PublicKey;
import org.tidings.feed.ref.MultiserverAddress;

/// A peer that listens for TCP, on the internet or in Tor: `net:HOST:PORT~shs:KEY` (protocol
/// reference, section 8.1). A value.
///
/// @param host a name or a literal IPv4 or IPv6 address; brackets around that are taken off
public record NetAddress(String host, int port, PublicKey key) implements PeerAddress {
  private static final String ONION = "onion";

  public NetAddress {
    if (host.isBlank() || port < 1 || port > 65535) {
      throw new IllegalArgumentException("no address: " + host + ":" + port);
    }
    host = host.replaceFirst("^\\[(.*:.*)]$", "$1");
  }

  /// Reads an address as people and peers write it, the old `HOST:PORT:@KEY.ed25519` too; in a list
  /// parted by `;` the first one of this kind.
  public static Optional<NetAddress> parse(String text) {
    return all(text).findFirst();
  }

  /// All of this kind in a list.
  public static Stream<NetAddress> all(String text) {
    return Stream.of(text.split(";"))
        .flatMap(part -> MultiserverAddress.parse(part.strip()).stream())
        .filter(MultiserverAddress::isTcp)
        .map(NetAddress::of);
  }

  private static NetAddress of(MultiserverAddress address) {
    return new NetAddress(address.host(), address.port(), address.key().key());
  }

  @Override
  public String place() {
    return host;
  }

  @Override
  public String toString() {
    String transport = host.endsWith("." + ONION) ? ONION : "net";
    return transport + ":" + host + ":" + port + "~shs:" + key.base64();
  }
}
