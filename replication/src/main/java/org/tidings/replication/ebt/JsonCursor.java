package org.tidings.replication.ebt;

import java.nio.charset.StandardCharsets;

/// Walks over the bytes of a JSON object, member by member, without building anything. It finds its
/// way in well-formed JSON and stops on the rest; whether a message is well-formed in full is for
/// its verification to say. Confined to one thread.
final class JsonCursor {
  private final byte[] utf8;
  private int at;

  JsonCursor(byte[] utf8) {
    this.utf8 = utf8;
  }

  /// The bytes are no JSON object as far as we got.
  static final class BrokenJson extends Exception {
    BrokenJson(int at) {
      super("at byte " + at);
    }
  }

  /// Enters an object.
  void enter() throws BrokenJson {
    expect('{');
  }

  /// Moves to the next member and gives its key; empty text at the end of the object, which is
  /// left. (An empty key looks like the end, and is in neither notes nor messages.)
  String nextKey() throws BrokenJson {
    if (peek() == ',') {
      at++;
    }
    if (peek() == '}') {
      at++;
      return "";
    }
    String key = string();
    expect(':');
    return key;
  }

  /// The first byte of the value we stand before.
  char peek() throws BrokenJson {
    while (at < utf8.length && isSpace(utf8[at])) {
      at++;
    }
    if (at == utf8.length) {
      throw new BrokenJson(at);
    }
    return (char) (utf8[at] & 0xff);
  }

  /// Reads a string.
  String string() throws BrokenJson {
    expect('"');
    int start = at;
    boolean escaped = skipString();
    String raw = new String(utf8, start, at - 1 - start, StandardCharsets.UTF_8);
    return escaped ? raw.replace("\\/", "/") : raw;
  }

  /// Reads a number without fraction and exponent, or passes over any other value and answers
  /// `otherwise`.
  long integer(long otherwise) throws BrokenJson {
    peek();
    int start = at;
    skip();
    int digits = utf8[start] == '-' ? start + 1 : start;
    if (digits == at || at - digits > 18) {
      return otherwise;
    }
    long value = 0;
    for (int i = digits; i < at; i++) {
      if (utf8[i] < '0' || utf8[i] > '9') {
        return otherwise;
      }
      value = value * 10 + utf8[i] - '0';
    }
    return digits == start ? value : -value;
  }

  /// Passes over one value.
  void skip() throws BrokenJson {
    int depth = 0;
    do {
      char c = peek();
      at++;
      switch (c) {
        case '{', '[' -> depth++;
        case '}', ']' -> depth--;
        case '"' -> skipString();
        case ',', ':' -> {}
        default -> skipPlain();
      }
    } while (depth > 0);
  }

  private void skipPlain() {
    while (at < utf8.length && isPlain(utf8[at])) {
      at++;
    }
  }

  private static boolean isSpace(byte b) {
    return b == ' ' || (b >= '\t' && b <= '\r');
  }

  private static boolean isPlain(byte b) {
    return (b >= '0' && b <= '9') || (b >= 'a' && b <= 'z') || ".-+E".indexOf(b) >= 0;
  }

  /// From behind the opening quote to behind the closing one; true if anything was escaped.
  private boolean skipString() throws BrokenJson {
    boolean escaped = false;
    while (at < utf8.length) {
      byte b = utf8[at++];
      if (b == '"') {
        return escaped;
      }
      if (b == '\\') {
        escaped = true;
        at++;
      }
    }
    throw new BrokenJson(at);
  }

  private void expect(char c) throws BrokenJson {
    if (peek() != c) {
      throw new BrokenJson(at);
    }
    at++;
  }
}
