package org.tidings.replication.room;

import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.tidings.feed.json.JsonObject;
import org.tidings.feed.ref.FeedId;
import org.tidings.feed.ref.SsbUri;
import org.tidings.replication.transport.NetAddress;
import org.tidings.replication.transport.TunnelAddress;

/// A name by which somebody can be found in a room, as its page or an `ssb:` link tells it, and
/// signed by whom it names (protocol reference, section 8.9). A value.
///
/// @param room where the room listens
public record Alias(String name, NetAddress room, FeedId user) {
  private static final Pattern NAME = Pattern.compile("[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?");

  /// Whether a name can be an alias at all: a part of a host name in small letters.
  public static boolean isName(String text) {
    return NAME.matcher(text).matches();
  }

  /// The way to them while they are there.
  public TunnelAddress way() {
    return TunnelAddress.through(room.id(), user);
  }

  /// Reads `ssb:experimental?action=consume-alias&…`; empty when it is something else, or not
  /// signed by whom it names.
  static Optional<Alias> in(SsbUri uri) {
    return "consume-alias".equals(uri.query().get("action"))
        ? read(field -> Optional.ofNullable(uri.query().get(field)))
        : Optional.empty();
  }

  /// Reads the answer of a room's page.
  static Optional<Alias> in(JsonObject answer) {
    return read(answer::string);
  }

  private static Optional<Alias> read(Function<String, Optional<String>> fields) {
    Optional<NetAddress> room = fields.apply("multiserverAddress").flatMap(NetAddress::parse);
    Optional<FeedId> id = fields.apply("roomId").flatMap(FeedId::parse);
    Optional<FeedId> user = fields.apply("userId").flatMap(FeedId::parse);
    String name = fields.apply("alias").orElse("");
    String signature = fields.apply("signature").orElse("");
    if (room.isEmpty() || user.isEmpty() || !room.map(NetAddress::id).equals(id)) {
      return Optional.empty();
    }
    return SignedText.alias(room.get().id(), user.get(), name).isSignedBy(user.get(), signature)
        ? Optional.of(new Alias(name, room.get(), user.get()))
        : Optional.empty();
  }
}
