package org.tidings.feed.ref;

import java.util.Optional;

/// One way to reach a peer: a transport and the key to expect there, for example
/// `net:example.com:8008~shs:KEY`. Immutable. Protocol 8.1.
///
/// @param transport `net`, `onion`, `ws`, `wss`
/// @param host a name or an IP address
/// @param key the feed id of the peer
public record MultiserverAddress(String transport, String host, int port, FeedId key) {
  /// Reads one address or a `;` list of them and takes the first of a transport we know; the legacy
  /// form `host:port:@key.ed25519` is read too.
  public static Optional<MultiserverAddress> parse(String text) {
    return Optional.empty();
  }
}
