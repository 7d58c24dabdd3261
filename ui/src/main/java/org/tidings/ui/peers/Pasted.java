package org.tidings.ui.peers;

import java.util.Optional;
import org.tidings.feed.ref.FeedId;
import org.tidings.feed.ref.MultiserverAddress;
import org.tidings.feed.ref.Ref;
import org.tidings.feed.ref.SsbUri;
import org.tidings.replication.InviteKind;
import org.tidings.replication.transport.PeerAddress;

/// What somebody typed or pasted to come to others.
sealed interface Pasted {
  /// An address to call.
  record Address(PeerAddress address) implements Pasted {}

  /// An invite.
  ///
  /// @param text as it is read by whoever accepts it
  record Invite(InviteKind kind, String text) implements Pasted {}

  /// Something else; `key` of the bundle says what.
  record Wrong(String key) implements Pasted {}

  /// Reads invites of every kind, and all the ways an address is written: `net:…~shs:…`,
  /// `host:port:key`, with or without the at sign and the ending, and
  /// `ssb:address/multiserver?…`.
  static Pasted read(String typed, FeedId self) {
    String text = InviteKind.bare(typed);
    Optional<InviteKind> kind = InviteKind.of(text);
    if (kind.isPresent()) {
      return new Invite(kind.get(), text);
    }
    return PeerAddress.parse(text)
        .or(() -> PeerAddress.parse(withSigil(text)))
        .map(found -> of(found, self))
        .orElseGet(() -> new Wrong(whatIs(text)));
  }

  private static Pasted of(PeerAddress found, FeedId self) {
    return found.id().equals(self) ? new Wrong("peers.address.own") : new Address(found);
  }

  /// `host:port:KEY` as some programs show it, made whole.
  private static String withSigil(String text) {
    int key = text.lastIndexOf(':') + 1;
    String bare = text.substring(key).replaceFirst("^@", "").replaceFirst("\\.ed25519$", "");
    return text.substring(0, key) + "@" + bare + ".ed25519";
  }

  private static String whatIs(String text) {
    if (text.isEmpty()) {
      return "peers.address.empty";
    }
    Optional<Ref> ref = Ref.parse(text).or(() -> SsbUri.parse(text).flatMap(SsbUri::ref));
    if (ref.filter(FeedId.class::isInstance).isPresent()) {
      return "peers.address.feed";
    }
    if (text.startsWith("http://")) {
      return "peers.address.unprotected";
    }
    if (text.contains(".ed25519~")) {
      return "peers.address.half";
    }
    boolean isOtherWay = MultiserverAddress.otherWay(text).isPresent();
    return isOtherWay ? "peers.address.other" : "peers.address.wrong";
  }
}
