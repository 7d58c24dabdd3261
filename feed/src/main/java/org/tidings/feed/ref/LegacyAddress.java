package org.tidings.feed.ref;

import java.util.Optional;

/// The form addresses had before multiserver: `host:port:@key.ed25519`. The host may itself hold
/// colons, in brackets or without, so it is read from the right. Protocol 8.1.
final class LegacyAddress {
  private LegacyAddress() {}

  static Optional<MultiserverAddress> parse(String text) {
    int beforeKey = text.lastIndexOf(':');
    int beforePort = text.lastIndexOf(':', beforeKey - 1);
    if (beforeKey < 0 || beforePort < 0) {
      return Optional.empty();
    }
    Optional<String> host = HostName.read(text.substring(0, beforePort));
    String portText = text.substring(beforePort + 1, beforeKey);
    boolean unsaid = portText.isEmpty() || portText.equals("0");
    int port = unsaid ? MultiserverAddress.DEFAULT_PORT : MultiserverAddress.port(portText);
    if (port == 0 || host.isEmpty()) {
      return Optional.empty();
    }
    return FeedId.parse(text.substring(beforeKey + 1))
        .map(key -> MultiserverAddress.net(host.get(), port, key));
  }
}
