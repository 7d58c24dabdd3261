package org.tidings.replication.transport;

import java.util.Optional;
import java.util.stream.Stream;
import org.tidings.crypto.key.PublicKey;
import org.tidings.feed.ref.FeedId;

/// One way to reach a peer, and which key it must have there (protocol reference, section 8.1). A
/// value; its text is the one peers write.
public sealed interface PeerAddress permits NetAddress, TunnelAddress {

  /// The key that whoever answers must prove.
  PublicKey key();

  /// Where that is, short, for people.
  String place();

  /// Whose address it is.
  default FeedId id() {
    return FeedId.of(key());
  }

  /// Reads an address as people and peers write it, the old `HOST:PORT:@KEY.ed25519` too; in a list
  /// parted by `;` the first one we can dial.
  static Optional<PeerAddress> parse(String text) {
    return Stream.of(text.split(";")).flatMap(part -> one(part.strip()).stream()).findFirst();
  }

  private static Optional<PeerAddress> one(String text) {
    Optional<NetAddress> net = NetAddress.parse(text);
    return net.isPresent()
        ? Optional.of(net.get())
        : TunnelAddress.parse(text).map(tunnel -> tunnel);
  }
}
