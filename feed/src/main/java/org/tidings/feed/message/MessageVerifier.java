package org.tidings.feed.message;

import java.util.Optional;

/// Checks messages: [#check] needs nothing but the bytes and may run on many threads at once,
/// [Chain#judge] then compares with what is stored. Immutable, thread-safe.
public final class MessageVerifier {
  private final Optional<HmacKey> hmacKey;

  /// A verifier for the main network.
  public MessageVerifier() {
    this(Optional.empty());
  }

  /// A verifier for a network that may have its own signing key.
  public MessageVerifier(Optional<HmacKey> hmacKey) {
    this.hmacKey = hmacKey;
  }

  /// Shape, size and signature of one message value.
  public Checked check(byte[] raw) {
    try {
      WellShaped read = WellShaped.read(raw);
      return read.isGenuine(hmacKey) ? new Checked.Genuine(read.message()) : new Verdict.Forged();
    } catch (UnreadableException unreadable) {
      return unreadable.verdict();
    }
  }

  /// The whole verdict where nothing is known of the feed but its head.
  public Verdict verify(byte[] raw, Optional<Head> head) {
    return switch (check(raw)) {
      case Checked.Genuine(Message message) ->
          Chain.judge(message, head, id -> head.map(Head::id).filter(id::equals).isPresent());
      case Verdict.Refused refused -> refused;
    };
  }
}
