package org.tidings.feed.message;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.tidings.crypto.hash.Sha256;
import org.tidings.feed.json.JsonException;
import org.tidings.feed.json.JsonWriter;
import org.tidings.feed.ref.MessageId;

/// The canonical text of a signed message, of which the id, the size and what was signed are taken.
/// Protocol 2.2 to 2.5.
final class SignedText {
  /// What a signature adds to the text: a comma, a line break and `"signature": "…"`.
  static final int SIGNATURE_UNITS = 119;

  private static final int CLOSING_BYTES = 2;

  private final byte[] utf8;
  private final String text;

  private SignedText(byte[] utf8) {
    this.utf8 = utf8;
    this.text = new String(utf8, StandardCharsets.UTF_8);
  }

  /// The text of which this is the wire form, unless it is none.
  static SignedText ofWire(byte[] wire) throws JsonException {
    return new SignedText(JsonWriter.canonicalOf(wire));
  }

  /// The length that counts: UTF-16 units.
  int units() {
    return text.length();
  }

  /// SHA-256 over the low byte of every UTF-16 unit: what Node made of a string when the first ids
  /// were computed.
  MessageId id() {
    return MessageId.of(Sha256.of(lowBytes()));
  }

  /// What the author signed: the text without its last field.
  byte[] unsigned() {
    int end = utf8.length - CLOSING_BYTES - SIGNATURE_UNITS;
    byte[] bytes = Arrays.copyOf(utf8, end + CLOSING_BYTES);
    System.arraycopy(utf8, utf8.length - CLOSING_BYTES, bytes, end, CLOSING_BYTES);
    return bytes;
  }

  private byte[] lowBytes() {
    if (text.length() == utf8.length) {
      return utf8;
    }
    byte[] low = new byte[text.length()];
    for (int i = 0; i < low.length; i++) {
      low[i] = (byte) text.charAt(i);
    }
    return low;
  }
}
