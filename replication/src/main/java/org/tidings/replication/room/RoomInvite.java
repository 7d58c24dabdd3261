package org.tidings.replication.room;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import org.tidings.feed.json.JsonObject;
import org.tidings.feed.ref.MultiserverAddress;
import org.tidings.feed.ref.SsbUri;
import org.tidings.feed.told.Told;
import org.tidings.replication.transport.NetAddress;
import org.tidings.replication.transport.Routes;

/// What somebody is given to come into a room (protocol reference, sections 8.8 and 8.10). A value.
public sealed interface RoomInvite {
  /// What stands in place of a seed in an invite to a room of the first kind; it means nothing but
  /// that.
  String OPEN_SEED = "SSB+Room+PSK3TLYC2T86EHQCUHBUHASCASE18JBV24=";

  /// A room that takes everybody, or has taken us in already: there is nothing to claim.
  record Open(NetAddress room) implements RoomInvite {
    /// The invite to hand on, in the form that programs for rooms of either kind read.
    public String text() {
      return room + ":" + OPEN_SEED;
    }
  }

  /// A link to a page of the room's, which knows the rest: `https://HOST/join?invite=CODE`.
  record Link(URI page) implements RoomInvite {}

  /// A code, and where to claim it: `ssb:experimental?action=claim-http-invite&…`.
  record Claim(String code, URI postTo) implements RoomInvite {}

  /// Reads what somebody pasted; empty when it is none of these.
  static Optional<RoomInvite> parse(String pasted) {
    String text = pasted.strip();
    if (text.startsWith("ssb:")) {
      return SsbUri.parse(text).flatMap(RoomInvite::claim);
    }
    return text.matches("https?://.*") ? uri(text).map(Link::new) : open(text);
  }

  /// Why what somebody pasted is none of these.
  static Told whyNone(String pasted) {
    return MultiserverAddress.otherWay(pasted.strip())
        .map(transport -> Told.of(RoomFault.OTHER_WAY, transport))
        .orElseGet(() -> Told.of(RoomFault.NO_INVITE));
  }

  private static Optional<RoomInvite> claim(SsbUri uri) {
    if (!"claim-http-invite".equals(uri.query().get("action"))) {
      return Optional.empty();
    }
    String code = uri.query().getOrDefault("invite", "");
    return code.isEmpty()
        ? Optional.empty()
        : uri(uri.query().getOrDefault("postTo", "")).map(postTo -> new Claim(code, postTo));
  }

  /// Reads what a page of a room's says in JSON. One elsewhere cannot have us call something on the
  /// local network.
  static Optional<Claim> on(URI page, JsonObject answer) {
    Optional<URI> postTo =
        answer
            .string("postTo")
            .flatMap(RoomInvite::uri)
            .filter(to -> Routes.isNear(page.getHost()) || !Routes.isNear(to.getHost()));
    return answer
        .string("invite")
        .filter(code -> !code.isEmpty())
        .flatMap(code -> postTo.map(to -> new Claim(code, to)));
  }

  /// With another seed it is an invite of a pub.
  private static Optional<RoomInvite> open(String text) {
    String address = text.endsWith(OPEN_SEED) ? withoutSeed(text) : text;
    boolean hasSeed =
        MultiserverAddress.parse(address).flatMap(MultiserverAddress::seed).isPresent();
    return hasSeed ? Optional.empty() : NetAddress.parse(address).map(Open::new);
  }

  /// Before it stands `:`, in the old form `~`.
  private static String withoutSeed(String text) {
    return text.substring(0, Math.max(0, text.length() - OPEN_SEED.length() - 1));
  }

  private static Optional<URI> uri(String text) {
    try {
      return Optional.of(new URI(text)).filter(RoomWeb::mayAsk);
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }
}
