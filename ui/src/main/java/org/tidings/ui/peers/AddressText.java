package org.tidings.ui.peers;

import java.util.Optional;
import org.tidings.feed.ref.FeedId;
import org.tidings.feed.ref.InviteCode;
import org.tidings.feed.ref.MultiserverAddress;
import org.tidings.feed.ref.Ref;
import org.tidings.feed.ref.SsbUri;
import org.tidings.replication.transport.PeerAddress;

/// What somebody typed or pasted where an address belongs.
sealed interface AddressText {
  /// An address to call.
  record Callable(PeerAddress address) implements AddressText {}

  /// Something else; `key` of the bundle says what.
  record Wrong(String key) implements AddressText {}

  /// Reads all the ways an address is written: `net:…~shs:…`, `host:port:key`, with or without the
  /// at sign and the ending, and `ssb:address/multiserver?…`.
  static AddressText read(String typed, FeedId self) {
    String text = typed.strip();
    String address = SsbUri.parse(text).flatMap(SsbUri::multiserverAddress).orElse(text);
    return PeerAddress.parse(address)
        .or(() -> PeerAddress.parse(withSigil(address)))
        .map(found -> of(found, address, self))
        .orElseGet(() -> new Wrong(whatIs(text, address)));
  }

  private static AddressText of(PeerAddress found, String text, FeedId self) {
    if (found.id().equals(self)) {
      return new Wrong("peers.address.own");
    }
    return isInvite(text) ? new Wrong("peers.address.invite") : new Callable(found);
  }

  /// `host:port:KEY` as some programs show it, made whole.
  private static String withSigil(String text) {
    int key = text.lastIndexOf(':') + 1;
    String bare = text.substring(key).replaceFirst("^@", "").replaceFirst("\\.ed25519$", "");
    return text.substring(0, key) + "@" + bare + ".ed25519";
  }

  private static boolean isInvite(String text) {
    return InviteCode.parse(text).flatMap(invite -> invite.address().seed()).isPresent();
  }

  private static String whatIs(String text, String address) {
    if (text.isEmpty()) {
      return "peers.address.empty";
    }
    if (isInvite(address)) {
      return "peers.address.invite";
    }
    Optional<Ref> ref = Ref.parse(text).or(() -> SsbUri.parse(text).flatMap(SsbUri::ref));
    if (ref.filter(FeedId.class::isInstance).isPresent()) {
      return "peers.address.feed";
    }
    boolean whole = MultiserverAddress.parse(address).isPresent();
    return whole ? "peers.address.other" : "peers.address.wrong";
  }
}
