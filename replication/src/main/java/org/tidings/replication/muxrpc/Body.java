package org.tidings.replication.muxrpc;

import java.nio.charset.StandardCharsets;
import org.tidings.feed.json.Json;
import org.tidings.feed.json.JsonString;

/// What a frame carries: JSON, text or bytes. Values; the arrays inside are shared, not copied, and
/// must not be changed.
public sealed interface Body permits JsonBody, TextBody, BinaryBody {
  /// The body as it stands in the frame, never empty in a frame that is sent.
  byte[] bytes();

  /// The two type bits of the frame's flags.
  int typeBits();

  /// How many bytes the body has.
  default int size() {
    return bytes().length;
  }

  /// A JSON body of that value.
  static JsonBody json(Json value) {
    return JsonBody.of(value);
  }

  /// A JSON body of these UTF-8 bytes, which are sent as they are and read only when asked for.
  static JsonBody rawJson(byte[] utf8) {
    return JsonBody.raw(utf8);
  }

  /// A text body; empty text goes as the JSON string `""`, since a frame without a body means
  /// goodbye.
  static Body text(String text) {
    return text.isEmpty()
        ? JsonBody.of(new JsonString(text))
        : new TextBody(text.getBytes(StandardCharsets.UTF_8));
  }

  /// A binary body.
  static BinaryBody binary(byte[] bytes) {
    return new BinaryBody(bytes);
  }
}
