package org.tidings.replication.transport;

import java.util.Optional;
import java.util.stream.Stream;
import org.tidings.crypto.key.PublicKey;
import org.tidings.feed.ref.FeedId;
import org.tidings.feed.ref.MultiserverAddress;

/// Where a peer listens and which key it must have: `net:HOST:PORT~shs:KEY` (protocol reference,
/// section 8.1). A value.
///
/// @param host a name or a literal IPv4 or IPv6 address, without brackets
public record PeerAddress(String host, int port, PublicKey key) {
  public PeerAddress {
    if (host.isBlank() || port < 1 || port > 65535) {
      throw new IllegalArgumentException("no address: " + host + ":" + port);
    }
  }

  /// Reads an address as people and peers write it, the old `HOST:PORT:@KEY.ed25519` too; in a list
  /// parted by `;` the first one we can dial.
  public static Optional<PeerAddress> parse(String text) {
    return Stream.of(text.split(";"))
        .flatMap(part -> MultiserverAddress.parse(part.strip()).stream())
        .filter(address -> address.transport().equals("net"))
        .map(PeerAddress::of)
        .findFirst();
  }

  private static PeerAddress of(MultiserverAddress address) {
    return new PeerAddress(address.host(), address.port(), PublicKey.of(address.key().bytes()));
  }

  /// Whose address it is.
  public FeedId id() {
    return FeedId.of(key.bytes());
  }

  @Override
  public String toString() {
    return "net:" + host + ":" + port + "~shs:" + key.base64();
  }
}
