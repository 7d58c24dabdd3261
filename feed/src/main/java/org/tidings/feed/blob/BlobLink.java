package org.tidings.feed.blob;

import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.tidings.feed.ref.BlobId;
import org.tidings.feed.ref.RefLink;

/// A blob as texts name it: its id, and the key where it is encrypted
/// (`&…=.sha256?unbox=….boxs`). Protocol 7.6.
///
/// @param key in base64; empty for a blob that everybody can read
public record BlobLink(BlobId blob, Optional<String> key) {
  private static final String SUFFIX = ".boxs";
  static final int KEY_BYTES = 32;

  /// A link to a blob that is not encrypted.
  public static BlobLink to(BlobId blob) {
    return new BlobLink(blob, Optional.empty());
  }

  /// A link to an encrypted blob.
  static BlobLink sealed(BlobId blob, byte[] key) {
    return new BlobLink(blob, Optional.of(Base64.getEncoder().encodeToString(key)));
  }

  /// Reads what a text links to; nothing when that is no blob.
  public static Optional<BlobLink> parse(String text) {
    return RefLink.parse(text).flatMap(link -> of(link.link(), link.query()));
  }

  /// The same from its parts.
  public static Optional<BlobLink> of(String link, Map<String, String> query) {
    Optional<String> key =
        Optional.ofNullable(query.get(RefLink.UNBOX))
            .map(
                text ->
                    text.endsWith(SUFFIX)
                        ? text.substring(0, text.length() - SUFFIX.length())
                        : text);
    return BlobId.parse(link).map(blob -> new BlobLink(blob, key));
  }

  /// The key's bytes; nothing where there is none, or none that is one.
  Optional<byte[]> keyBytes() {
    return key.flatMap(BlobLink::decoded).filter(bytes -> bytes.length == KEY_BYTES);
  }

  private static Optional<byte[]> decoded(String base64) {
    try {
      return Optional.of(Base64.getDecoder().decode(base64));
    } catch (IllegalArgumentException noBase64) {
      return Optional.empty();
    }
  }

  /// As it is written into a text.
  @Override
  public String toString() {
    return blob + key.map(text -> "?" + RefLink.UNBOX + "=" + text + SUFFIX).orElse("");
  }
}
