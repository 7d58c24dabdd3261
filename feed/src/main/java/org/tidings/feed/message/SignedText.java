package org.tidings.feed.message;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.tidings.crypto.hash.Sha256;
import org.tidings.feed.json.CanonicalText;
import org.tidings.feed.json.JsonException;
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

  private final CanonicalText text;

  /// The low byte of every UTF-16 unit, and room behind them.
  private final byte[] low;

  private final int units;

  private SignedText(CanonicalText text, byte[] low, int units) {
    this.text = text;
    this.low = low;
    this.units = units;
  }

  /// The text of which this is the wire form, unless it is none.
  static SignedText ofWire(byte[] wire) throws JsonException {
    CanonicalText text = CanonicalText.of(wire);
    int ascii = asciiBytes(text);
    if (ascii == text.length()) {
      return new SignedText(text, text.bytes(), ascii);
    }
    byte[] low = Arrays.copyOf(text.bytes(), text.length());
    int units = lowBytes(text, ascii, low);
    return units == NOT_UTF8 ? ofDamaged(text) : new SignedText(text, low, units);
  }

  /// How many bytes there are before the first that is not ASCII.
  private static int asciiBytes(CanonicalText text) {
    byte[] utf8 = text.bytes();
    int end = text.length();
    int at = 0;
    while (at < end && utf8[at] >= 0) {
      at++;
    }
    return at;
  }

  /// What Java makes of bytes that nobody ever signed.
  private static SignedText ofDamaged(CanonicalText damaged) {
    String text = new String(damaged.bytes(), 0, damaged.length(), StandardCharsets.UTF_8);
    byte[] low = new byte[text.length()];
    for (int i = 0; i < low.length; i++) {
      low[i] = (byte) text.charAt(i);
    }
    return new SignedText(damaged, low, low.length);
  }

  /// The length that counts: UTF-16 units.
  int units() {
    return units;
  }

  /// SHA-256 over the low byte of every UTF-16 unit: what Node made of a string when the first ids
  /// were computed.
  MessageId id() {
    return MessageId.of(Sha256.ofFirst(units, low));
  }

  /// What the author signed: the text without its last field.
  byte[] unsigned() {
    int end = text.length() - CLOSING_BYTES - SIGNATURE_UNITS;
    byte[] bytes = Arrays.copyOf(text.bytes(), end + CLOSING_BYTES);
    System.arraycopy(text.bytes(), text.length() - CLOSING_BYTES, bytes, end, CLOSING_BYTES);
    return bytes;
  }

  /// Fills in the low bytes from `start` on, before which all is ASCII, and answers how many there
  /// are. Every message passes here when it comes and when it is read, so no text is made of it.
  private static int lowBytes(CanonicalText text, int start, byte[] low) {
    byte[] utf8 = text.bytes();
    int end = text.length();
    int units = start;
    int at = start;
    while (at < end) {
      byte first = utf8[at++];
      if (first >= 0) {
        low[units++] = first;
        continue;
      }
      int more = Integer.numberOfLeadingZeros(~(first << TO_LEFT)) - 1;
      int codePoint =
          more < 1 || more > 3 ? NOT_UTF8 : continued(text, at, more, first & 0x3F >> more);
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

  private static int continued(CanonicalText text, int start, int more, int firstBits) {
    byte[] utf8 = text.bytes();
    int codePoint = firstBits;
    for (int at = start; at < start + more; at++) {
      if (at == text.length() || (utf8[at] & 0xC0) != 0x80) {
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
