package org.tidings.feed.index;

import java.util.Base64;
import java.util.Optional;
import org.tidings.crypto.box.PrivateBox;
import org.tidings.crypto.key.KeyPair;
import org.tidings.feed.content.Encrypted;
import org.tidings.feed.json.Json;
import org.tidings.feed.json.JsonException;
import org.tidings.feed.json.JsonObject;

/// Opens private messages with our own key (protocol 3.1). What is not for us, of another format or
/// damaged stays closed. Thread-safe.
public final class Unboxer {

  private static final String SUFFIX = ".box";

  private final KeyPair keys;

  public Unboxer(KeyPair keys) {
    this.keys = keys;
  }

  /// What it says, if it is for us.
  public Optional<JsonObject> open(Encrypted sealed) {
    String text = sealed.text();
    int end = text.indexOf(SUFFIX);
    if (end < 0 || text.endsWith(".box2")) {
      return Optional.empty();
    }
    return decode(text.substring(0, end))
        .flatMap(boxed -> PrivateBox.open(boxed, keys))
        .flatMap(Unboxer::object);
  }

  private static Optional<byte[]> decode(String base64) {
    try {
      return Optional.of(Base64.getDecoder().decode(base64));
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
  }

  private static Optional<JsonObject> object(byte[] plain) {
    try {
      return Json.parse(plain).asObject();
    } catch (JsonException notJson) {
      return Optional.empty();
    }
  }
}
