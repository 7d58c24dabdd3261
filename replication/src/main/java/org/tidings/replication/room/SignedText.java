package org.tidings.replication.room;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.Optional;
import org.tidings.crypto.key.KeyPair;
import org.tidings.feed.ref.FeedId;

/// What people sign for rooms: a line of text, never a message, since it begins with `=` (protocol
/// reference, sections 8.9 and 8.11). A value.
record SignedText(String text) {
  private static final String SUFFIX = ".sig.ed25519";

  /// That `user` goes by `alias` in that room.
  static SignedText alias(FeedId room, FeedId user, String alias) {
    return new SignedText("=room-alias-registration:" + room + ":" + user + ":" + alias);
  }

  /// That `client` signs in at `server`, with what each of them made up.
  static SignedText signIn(FeedId server, FeedId client, String fromServer, String fromClient) {
    return new SignedText(
        "=http-auth-sign-in:" + server + ":" + client + ":" + fromServer + ":" + fromClient);
  }

  /// The signature as the network writes it.
  String signedBy(KeyPair keys) {
    return Base64.getEncoder().encodeToString(keys.sign(text.getBytes(UTF_8))) + SUFFIX;
  }

  /// Whether that feed has signed it. The signature may come in URL-safe base64.
  boolean isSignedBy(FeedId feed, String signature) {
    return bytes(signature)
        .filter(bytes -> feed.key().verifies(text.getBytes(UTF_8), bytes))
        .isPresent();
  }

  private static Optional<byte[]> bytes(String signature) {
    String base64 =
        signature.replace(SUFFIX, "").replace('_', '/').replace('-', '+').replace(' ', '+');
    try {
      return Optional.of(Base64.getDecoder().decode(base64)).filter(bytes -> bytes.length == 64);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
