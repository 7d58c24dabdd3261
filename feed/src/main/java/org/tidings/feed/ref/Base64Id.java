package org.tidings.feed.ref;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// The base64 part of ids: 32 bytes as 43 characters and one `=`, canonical only. The last
/// character before the padding carries two spare bits, which must be zero. Protocol 1.3.
final class Base64Id {
  static final int BYTES = 32;
  static final int CHARS = 44;

  /// So many bytes are spelt three by four characters; the last two by three.
  private static final int TRIPLES = 30;

  private static final byte[] VALUE_OF = new byte[128];
  private static final byte[] DIGITS =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".getBytes(ISO_8859_1);

  static {
    Arrays.fill(VALUE_OF, (byte) -1);
    for (int i = 0; i < DIGITS.length; i++) {
      VALUE_OF[DIGITS[i]] = (byte) i;
    }
  }

  private Base64Id() {}

  /// The 32 bytes of `sigil ‖ base64 ‖ suffix`, or null when `text` is anything else.
  static byte @Nullable [] decode(String text, char sigil, String suffix) {
    if (text.length() != 1 + CHARS + suffix.length()
        || text.charAt(0) != sigil
        || !text.endsWith(suffix)) {
      return null;
    }
    return decode(text, 1);
  }

  /// The 32 bytes spelt by the 44 characters from `start`, or null.
  static byte @Nullable [] decode(String text, int start) {
    byte[] bytes = new byte[BYTES];
    if (text.length() < start + CHARS || text.charAt(start + CHARS - 1) != '=') {
      return null;
    }
    int bits = 0;
    int held = 0;
    int written = 0;
    for (int i = start; i < start + CHARS - 1; i++) {
      int digit = digit(text.charAt(i));
      if (digit < 0) {
        return null;
      }
      held = ((held << 6) | digit) & 0xffff;
      bits += 6;
      if (bits >= 8) {
        bits -= 8;
        bytes[written++] = (byte) (held >>> bits);
      }
    }
    boolean spareBitsAreZero = (held & 0b11) == 0;
    return spareBitsAreZero ? bytes : null;
  }

  /// `sigil ‖ base64 ‖ suffix` of 32 bytes.
  static String encode(char sigil, byte[] bytes, String suffix) {
    byte[] text = new byte[1 + CHARS];
    text[0] = (byte) sigil;
    int at = 1;
    for (int i = 0; i < TRIPLES; i += 3) {
      int held = ((bytes[i] & 0xff) << 16) | ((bytes[i + 1] & 0xff) << 8) | (bytes[i + 2] & 0xff);
      text[at++] = DIGITS[held >>> 18];
      text[at++] = DIGITS[held >>> 12 & 63];
      text[at++] = DIGITS[held >>> 6 & 63];
      text[at++] = DIGITS[held & 63];
    }
    int held = (bytes[TRIPLES] & 0xff) << 10 | (bytes[TRIPLES + 1] & 0xff) << 2;
    text[at++] = DIGITS[held >>> 12];
    text[at++] = DIGITS[held >>> 6 & 63];
    text[at++] = DIGITS[held & 63];
    text[at] = '=';
    return new String(text, ISO_8859_1).concat(suffix);
  }

  private static int digit(char c) {
    return c < VALUE_OF.length ? VALUE_OF[c] : -1;
  }
}
