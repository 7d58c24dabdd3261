package org.tidings.feed.message;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
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
  private static final int NOT_UTF8 = -1;

  /// Moves a byte to the left end of an int.
  private static final int TO_LEFT = Integer.SIZE - Byte.SIZE;

  /// The smallest characters of two, three and four bytes.
  private static final int[] SMALLEST = {0x80, 0x800, 0x10000};

  private final byte[] utf8;

  /// The low byte of every UTF-16 unit, and room behind them.
  private final byte[] low;

  private final int units;

  private SignedText(byte[] utf8, byte[] low, int units) {
    this.utf8 = utf8;
    this.low = low;
    this.units = units;
  }

  /// The text of which this is the wire form, unless it is none.
  static SignedText ofWire(byte[] wire) throws JsonException {
    byte[] utf8 = JsonWriter.canonicalOf(wire);
    byte[] low = new byte[utf8.length];
    int units = lowBytes(utf8, low);
    return units == NOT_UTF8 ? ofDamaged(utf8) : new SignedText(utf8, low, units);
  }

  /// What Java makes of bytes that nobody ever signed.
  private static SignedText ofDamaged(byte[] utf8) {
    String text = new String(utf8, StandardCharsets.UTF_8);
    byte[] low = new byte[text.length()];
    for (int i = 0; i < low.length; i++) {
      low[i] = (byte) text.charAt(i);
    }
    return new SignedText(utf8, low, low.length);
  }

  /// The length that counts: UTF-16 units.
  int units() {
    return units;
  }

  /// SHA-256 over the low byte of every UTF-16 unit: what Node made of a string when the first ids
  /// were computed.
  MessageId id() {
    MessageDigest sha = Sha256.digest();
    sha.update(low, 0, units);
    return MessageId.of(sha.digest());
  }

  /// What the author signed: the text without its last field.
  byte[] unsigned() {
    int end = utf8.length - CLOSING_BYTES - SIGNATURE_UNITS;
    byte[] bytes = Arrays.copyOf(utf8, end + CLOSING_BYTES);
    System.arraycopy(utf8, utf8.length - CLOSING_BYTES, bytes, end, CLOSING_BYTES);
    return bytes;
  }

  /// Fills in the low bytes and answers how many there are. Every message passes here when it comes
  /// and when it is read, so no text is made of it.
  private static int lowBytes(byte[] utf8, byte[] low) {
    int units = 0;
    int at = 0;
    while (at < utf8.length) {
      byte first = utf8[at++];
      if (first >= 0) {
        low[units++] = first;
        continue;
      }
      int more = Integer.numberOfLeadingZeros(~(first << TO_LEFT)) - 1;
      int codePoint =
          more < 1 || more > 3 ? NOT_UTF8 : continued(utf8, at, more, first & 0x3F >> more);
      if (codePoint == NOT_UTF8) {
        return NOT_UTF8;
      }
      at += more;
      if (Character.isSupplementaryCodePoint(codePoint)) {
        low[units++] = (byte) Character.highSurrogate(codePoint);
        low[units++] = (byte) Character.lowSurrogate(codePoint);
      } else {
        low[units++] = (byte) codePoint;
      }
    }
    return units;
  }

  private static int continued(byte[] utf8, int start, int more, int firstBits) {
    int codePoint = firstBits;
    for (int at = start; at < start + more; at++) {
      if (at == utf8.length || (utf8[at] & 0xC0) != 0x80) {
        return NOT_UTF8;
      }
      codePoint = codePoint << 6 | (utf8[at] & 0x3F);
    }
    boolean isCharacter =
        codePoint >= SMALLEST[more - 1]
            && Character.isValidCodePoint(codePoint)
            && Character.getType(codePoint) != Character.SURROGATE;
    return isCharacter ? codePoint : NOT_UTF8;
  }
}
