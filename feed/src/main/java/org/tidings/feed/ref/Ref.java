package org.tidings.feed.ref;

import java.util.Optional;

/// A canonical reference to a feed, a message or a blob: a kind and 32 bytes. Immutable.
///
/// Two spellings of one thing (`%…=.sha256` and `ssb:message/classic/…`) are one value here;
/// `toString` is the sigil form, as it stands in messages. Protocol 1.3 and 1.4.
public sealed interface Ref permits FeedId, MessageId, BlobId {

  /// Reads a sigil id or an `ssb:` URI of the classic formats. Anything else, a link with a query
  /// included, is empty.
  static Optional<Ref> parse(String text) {
    if (text.isEmpty()) {
      return Optional.empty();
    }
    return switch (text.charAt(0)) {
      case '@' -> FeedId.parse(text).map(Ref.class::cast);
      case '%' -> MessageId.parse(text).map(Ref.class::cast);
      case '&' -> BlobId.parse(text).map(Ref.class::cast);
      default -> SsbUri.parse(text).flatMap(SsbUri::ref);
    };
  }

  /// What this points to.
  Sigil sigil();

  /// A copy of the 32 bytes: a public key or a SHA-256.
  byte[] bytes();
}
