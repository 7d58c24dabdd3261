package org.tidings.replication;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import org.tidings.feed.ref.InviteCode;
import org.tidings.feed.ref.SsbUri;
import org.tidings.replication.pub.InviteDesk;
import org.tidings.replication.room.RoomInvite;
import org.tidings.replication.room.SignInLink;

/// To what an invite leads, or a link that is handed on as they are, told from its text alone
/// (protocol reference, sections 8.6 and 8.8 to 8.11).
public enum InviteKind {
  /// A pub follows whoever comes with it.
  PUB,
  /// Into a room, of the first kind or the second.
  ROOM,
  /// To somebody in a room, by their alias.
  ALIAS,
  /// To a device that stands beside ours: both follow each other and connect.
  DEVICE,
  /// From the page of a room, for a browser to be signed in there.
  SIGN_IN;

  /// What somebody pasted; empty when it is no invite. A bare address is none: whoever it leads to
  /// says what they are.
  public static Optional<InviteKind> of(String pasted) {
    String text = bare(pasted);
    if (text.startsWith("https://") || text.startsWith("http://")) {
      return RoomInvite.parse(text).map(page -> onPage(text));
    }
    String action =
        SsbUri.parse(text).map(link -> link.query().getOrDefault("action", "")).orElse("");
    return switch (action) {
      case "claim-http-invite" -> Optional.of(ROOM);
      case "consume-alias" -> Optional.of(ALIAS);
      case "start-http-auth" -> SignInLink.parse(text).map(link -> SIGN_IN);
      default -> code(text);
    };
  }

  /// The invite itself, without space and quotes around it and out of an `ssb:` link to an address.
  /// Links that ask for something stay whole, though there may be an address in them, too.
  public static String bare(String pasted) {
    String text = pasted.strip();
    boolean quoted = text.length() > 1 && text.startsWith("\"") && text.endsWith("\"");
    String open = quoted ? text.substring(1, text.length() - 1).strip() : text;
    return SsbUri.parse(open)
        .filter(SsbUri::isAddress)
        .flatMap(SsbUri::multiserverAddress)
        .orElse(open);
  }

  /// Pages of invites are `/join` and have a code; all others are somebody's own.
  private static InviteKind onPage(String page) {
    URI uri = URI.create(page);
    String path = Optional.ofNullable(uri.getPath()).orElse("").toLowerCase(Locale.ROOT);
    String query = Optional.ofNullable(uri.getQuery()).orElse("");
    boolean hasCode = ("&" + query).matches(".*&(invite|token)=.*");
    return hasCode || path.matches(".*/join/?") ? ROOM : ALIAS;
  }

  private static Optional<InviteKind> code(String text) {
    return InviteCode.parse(text)
        .flatMap(invite -> invite.address().seed())
        .map(
            seed ->
                seed.equals(RoomInvite.OPEN_SEED)
                    ? ROOM
                    : text.endsWith(InviteDesk.FOR_DEVICE) ? DEVICE : PUB);
  }
}
