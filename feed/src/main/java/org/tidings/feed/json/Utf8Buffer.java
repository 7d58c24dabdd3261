package org.tidings.feed.json;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// A growing buffer of UTF-8 that knows JavaScript's string escapes. Used once, confined to one
/// thread.
final class Utf8Buffer {
  private static final int MOST_BYTES_PER_CHAR = 6;
  private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

  /// For each character below 128: 0 when it stands for itself, the letter after the backslash of a
  /// short escape, or 'u' for a long one.
  private static final byte[] ESCAPES = new byte[128];

  static {
    Arrays.fill(ESCAPES, 0, ' ', (byte) 'u');
    ESCAPES['"'] = '"';
    ESCAPES['\\'] = '\\';
    ESCAPES['\b'] = 'b';
    ESCAPES['\t'] = 't';
    ESCAPES['\n'] = 'n';
    ESCAPES['\f'] = 'f';
    ESCAPES['\r'] = 'r';
  }

  private byte[] bytes;
  private int length;

  /// @param bytes so many will probably do
  Utf8Buffer(int bytes) {
    this.bytes = new byte[bytes];
  }

  void ascii(char c) {
    reserve(1);
    bytes[length++] = (byte) c;
  }

  void ascii(String text) {
    reserve(text.length());
    for (int i = 0; i < text.length(); i++) {
      bytes[length++] = (byte) text.charAt(i);
    }
  }

  /// The string literal of `text`: only quotes, backslashes, control characters and lone surrogates
  /// are escaped.
  void quoted(String text) {
    reserve(text.length() + 2);
    bytes[length++] = '"';
    int at = plainRun(text, 0);
    while (at < text.length()) {
      reserve(text.length() - at + MOST_BYTES_PER_CHAR + 1);
      at = plainRun(text, at + special(text, at));
    }
    bytes[length++] = '"';
  }

  /// Copies what stands for itself, from `start`, and answers where that ends. This loop decides
  /// how fast messages are verified: it touches no field.
  private int plainRun(String text, int start) {
    byte[] to = bytes;
    int shift = length - start;
    int end = text.length();
    int i = start;
    while (i < end) {
      char c = text.charAt(i);
      if (c >= ESCAPES.length || ESCAPES[c] != 0) {
        break;
      }
      to[i + shift] = (byte) c;
      i++;
    }
    length = i + shift;
    return i;
  }

  /// Writes the one character at `i` that needs more than a byte, and answers how many UTF-16 units
  /// it took.
  private int special(String text, int i) {
    char c = text.charAt(i);
    boolean isPair =
        Character.isHighSurrogate(c)
            && i + 1 < text.length()
            && Character.isLowSurrogate(text.charAt(i + 1));
    if (isPair) {
      fourBytes(Character.toCodePoint(c, text.charAt(i + 1)));
      return 2;
    }
    if (c < ESCAPES.length) {
      escape(c);
    } else if (c < 0x800) {
      bytes[length++] = (byte) (0xc0 | (c >> 6));
      continuation(c);
    } else if (Character.isSurrogate(c)) {
      hexEscape(c);
    } else {
      threeBytes(c);
    }
    return 1;
  }

  /// Ends it. A message that came as it is written here fills its buffer.
  byte[] toByteArray() {
    return length == bytes.length ? bytes : Arrays.copyOf(bytes, length);
  }

  private void escape(char c) {
    byte escape = ESCAPES[c];
    if (escape == 'u') {
      hexEscape(c);
    } else {
      bytes[length++] = '\\';
      bytes[length++] = escape;
    }
  }

  private void hexEscape(char c) {
    bytes[length++] = '\\';
    bytes[length++] = 'u';
    for (int shift = 12; shift >= 0; shift -= 4) {
      bytes[length++] = HEX[(c >> shift) & 0xf];
    }
  }

  private void threeBytes(char c) {
    bytes[length++] = (byte) (0xe0 | (c >> 12));
    continuation(c >> 6);
    continuation(c);
  }

  private void fourBytes(int codePoint) {
    bytes[length++] = (byte) (0xf0 | (codePoint >> 18));
    continuation(codePoint >> 12);
    continuation(codePoint >> 6);
    continuation(codePoint);
  }

  private void continuation(int bits) {
    bytes[length++] = (byte) (0x80 | (bits & 0x3f));
  }

  private void reserve(int more) {
    if (bytes.length - length < more) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
    }
  }
}
