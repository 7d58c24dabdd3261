package org.tidings.feed.json;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.List;

/// Builds the tree from the bytes of a document. Written out instead of taking a library's parser:
/// every message passes here, and in the first seconds of a process it counts how much there is to
/// compile. Used once, confined to one thread.
final class JsonReader {
  private static final int MAX_NUMBER_CHARS = 1 << 16;

  /// So many digits are a long.
  private static final int LONG_DIGITS = 18;

  private static final int ESCAPED_DIGITS = 4;
  private static final int NO_MORE = -1;
  private static final char REPLACEMENT = '\uFFFD';

  private final byte[] utf8;
  private int at;
  private int depth;

  private JsonReader(byte[] utf8) {
    this.utf8 = utf8;
  }

  static Json parse(byte[] utf8) throws JsonException {
    return new JsonReader(utf8).document();
  }

  static Json parse(String text) throws JsonException {
    try {
      ByteBuffer encoded = UTF_8.newEncoder().encode(CharBuffer.wrap(text));
      byte[] utf8 = new byte[encoded.remaining()];
      encoded.get(utf8);
      return parse(utf8);
    } catch (CharacterCodingException half) {
      throw new JsonException("half a character");
    }
  }

  private Json document() throws JsonException {
    if (next() == NO_MORE) {
      throw new JsonException("nothing there");
    }
    Json value = value();
    if (next() != NO_MORE) {
      throw new JsonException("something follows the value");
    }
    return value;
  }

  private Json value() throws JsonException {
    return switch (next()) {
      case '{' -> object();
      case '[' -> array();
      case '"' -> new JsonString(string());
      case 't' -> word("true", JsonBool.TRUE);
      case 'f' -> word("false", JsonBool.FALSE);
      case 'n' -> word("null", JsonNull.NULL);
      default -> number();
    };
  }

  private Json object() throws JsonException {
    JsonObject.Builder object = JsonObject.builder();
    boolean isMore = opens('}');
    while (isMore) {
      if (next() != '"') {
        throw fault();
      }
      String key = string();
      if (next() != ':') {
        throw fault();
      }
      at++;
      if (!object.tryPut(key, value())) {
        throw new JsonException("duplicate key");
      }
      isMore = goesOn('}');
    }
    return object.build();
  }

  private Json array() throws JsonException {
    List<Json> items = new ArrayList<>();
    boolean isMore = opens(']');
    while (isMore) {
      items.add(value());
      isMore = goesOn(']');
    }
    return new JsonArray(items);
  }

  /// Takes the bracket that stands here, and the closing one if it is next. Returns whether there
  /// is something between.
  private boolean opens(char closing) throws JsonException {
    if (depth == Json.MAX_DEPTH) {
      throw new JsonException("nested too deeply");
    }
    depth++;
    at++;
    return next() != closing || closes();
  }

  /// Takes a comma, or the closing bracket. Returns whether something follows inside.
  private boolean goesOn(char closing) throws JsonException {
    int next = next();
    if (next == ',') {
      at++;
      return true;
    }
    if (next == closing) {
      return closes();
    }
    throw fault();
  }

  private boolean closes() {
    depth--;
    at++;
    return false;
  }

  /// The string whose quotation mark stands here.
  private String string() throws JsonException {
    at++;
    String text = run();
    if (utf8[at] == '\\') {
      text = escaped(text);
    }
    at++;
    return text;
  }

  /// What stands for itself up to the next quotation mark or backslash.
  private String run() throws JsonException {
    int start = at;
    int end = start;
    while (end < utf8.length && utf8[end] != '"' && utf8[end] != '\\') {
      if (utf8[end] >= 0 && utf8[end] < ' ') {
        at = end;
        throw fault();
      }
      end++;
    }
    at = end;
    if (end == utf8.length) {
      throw fault();
    }
    String text = new String(utf8, start, end - start, UTF_8);
    if (text.indexOf(REPLACEMENT) >= 0) {
      demandUtf8(start, end);
    }
    return text;
  }

  /// JavaScript would put U+FFFD in place of broken UTF-8 and verify that; we refuse.
  private void demandUtf8(int start, int end) throws JsonException {
    try {
      UTF_8.newDecoder().decode(ByteBuffer.wrap(utf8, start, end - start));
    } catch (CharacterCodingException broken) {
      throw new JsonException("broken UTF-8");
    }
  }

  /// The rest of a string from its first backslash on.
  private String escaped(String before) throws JsonException {
    StringBuilder text = new StringBuilder(before);
    while (utf8[at] == '\\') {
      text.append(escape()).append(run());
    }
    return text.toString();
  }

  private char escape() throws JsonException {
    at++;
    char escaped =
        switch (at < utf8.length ? utf8[at] : NO_MORE) {
          case '"' -> '"';
          case '\\' -> '\\';
          case '/' -> '/';
          case 'b' -> '\b';
          case 'f' -> '\f';
          case 'n' -> '\n';
          case 'r' -> '\r';
          case 't' -> '\t';
          case 'u' -> unit();
          default -> throw fault();
        };
    at++;
    return escaped;
  }

  /// The UTF-16 unit of four digits behind this; stands at the last of them then.
  private char unit() throws JsonException {
    int unit = 0;
    for (int i = 0; i < ESCAPED_DIGITS; i++) {
      at++;
      int digit = at < utf8.length ? Character.digit(utf8[at], 16) : NO_MORE;
      if (digit < 0) {
        throw fault();
      }
      unit = unit << 4 | digit;
    }
    return (char) unit;
  }

  private Json number() throws JsonException {
    int start = at;
    boolean isNegative = skip('-');
    int first = at;
    if (!skip('0')) {
      digits();
    }
    int end = at;
    if (skip('.')) {
      digits();
    }
    if (skip('e') || skip('E')) {
      if (!skip('+')) {
        skip('-');
      }
      digits();
    }
    if (at == end && end - first <= LONG_DIGITS) {
      long whole = whole(first, end);
      return new JsonNumber(isNegative ? -whole : whole);
    }
    return longNumber(start);
  }

  private JsonNumber longNumber(int start) throws JsonException {
    if (at - start > MAX_NUMBER_CHARS) {
      throw new JsonException("a number too long");
    }
    double value = Double.parseDouble(new String(utf8, start, at - start, ISO_8859_1));
    if (!Double.isFinite(value)) {
      throw new JsonException("a number overflows");
    }
    return new JsonNumber(value);
  }

  private long whole(int start, int end) {
    long value = 0;
    for (int i = start; i < end; i++) {
      value = value * 10 + utf8[i] - '0';
    }
    return value;
  }

  /// Takes all digits there are: one at least.
  private void digits() throws JsonException {
    int start = at;
    while (at < utf8.length && utf8[at] >= '0' && utf8[at] <= '9') {
      at++;
    }
    if (at == start) {
      throw fault();
    }
  }

  private boolean skip(char expected) {
    boolean isThere = at < utf8.length && utf8[at] == expected;
    at += isThere ? 1 : 0;
    return isThere;
  }

  private Json word(String word, Json value) throws JsonException {
    for (int i = 0; i < word.length(); i++) {
      if (!skip(word.charAt(i))) {
        throw fault();
      }
    }
    return value;
  }

  /// Passes white space, and answers what stands behind it.
  private int next() {
    while (at < utf8.length) {
      byte next = utf8[at];
      if (next != ' ' && next != '\n' && next != '\r' && next != '\t') {
        return next & 0xFF;
      }
      at++;
    }
    return NO_MORE;
  }

  private JsonException fault() {
    int before = new String(utf8, 0, at, UTF_8).length();
    return new JsonException("not JSON from character " + (before + 1) + " on");
  }
}
