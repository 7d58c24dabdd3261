package org.tidings.feed.ref;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Percent-encoding as JavaScript's `decodeURIComponent` and `querystring` read it.
final class PercentText {
  private static final int HEX = 16;

  private PercentText() {}

  /// The text with every `%xx` decoded; empty when one is malformed or the bytes are no UTF-8.
  static Optional<String> decode(String text) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length());
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) != '%') {
        int end = Character.isHighSurrogate(text.charAt(i)) ? i + 2 : i + 1;
        bytes.writeBytes(
            text.substring(i, Math.min(end, text.length())).getBytes(StandardCharsets.UTF_8));
        i = end - 1;
        continue;
      }
      int value = i + 2 < text.length() ? hex(text.charAt(i + 1), text.charAt(i + 2)) : -1;
      if (value < 0) {
        return Optional.empty();
      }
      bytes.write(value);
      i += 2;
    }
    return strictUtf8(bytes.toByteArray());
  }

  /// The fields of `a=b&c=d`; the first of each name, malformed ones as they stand.
  static Map<String, String> query(String text) {
    Map<String, String> fields = new LinkedHashMap<>();
    for (String field : text.split("&", -1)) {
      int equals = field.indexOf('=');
      String name = equals < 0 ? field : field.substring(0, equals);
      String value = equals < 0 ? "" : field.substring(equals + 1);
      if (!field.isEmpty()) {
        fields.putIfAbsent(form(name), form(value));
      }
    }
    return fields;
  }

  private static String form(String text) {
    String spaced = text.replace('+', ' ');
    return decode(spaced).orElse(spaced);
  }

  private static int hex(char high, char low) {
    int value = Character.digit(high, HEX) * HEX + Character.digit(low, HEX);
    boolean isHex = Character.digit(high, HEX) >= 0 && Character.digit(low, HEX) >= 0;
    return isHex ? value : -1;
  }

  private static Optional<String> strictUtf8(byte[] bytes) {
    try {
      return Optional.of(
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (CharacterCodingException notText) {
      return Optional.empty();
    }
  }
}
