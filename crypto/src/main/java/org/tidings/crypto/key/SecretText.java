package org.tidings.crypto.key;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// The text of a `secret` file: JSON among lines of comment (protocol 1.2).
final class SecretText {
  private static final String CURVE = "ed25519";
  private static final String SUFFIX = "." + CURVE;
  private static final int PRIVATE_BYTES = KeyPair.SEED_BYTES + PublicKey.BYTES;
  private static final Pattern COMMENT = Pattern.compile("#[^\r\n]*");
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
          .build();

  private SecretText() {}

  /// What the common programs write and all can read: every comment on a line of its own.
  static byte[] of(KeyPair keys) {
    String id = keys.publicKey().base64() + SUFFIX;
    byte[] seed = keys.seed();
    byte[] secret = Arrays.copyOf(seed, PRIVATE_BYTES);
    System.arraycopy(keys.publicKey().bytes(), 0, secret, seed.length, PublicKey.BYTES);
    String text =
        """
        # This is your SECRET. Whoever has it can write in your name: never show it to anyone.
        #
        # Use it on one device at a time. Two that write with the same secret fork your feed, and
        # your friends will stop replicating it.
        #
        {
          "curve": "%s",
          "public": "%s",
          "private": "%s",
          "id": "@%s"
        }
        #
        # The only part of this file that is safe to share is your public name:
        #
        #   @%s
        """
            .formatted(CURVE, id, Base64.getEncoder().encodeToString(secret) + SUFFIX, id, id);
    Arrays.fill(seed, (byte) 0);
    Arrays.fill(secret, (byte) 0);
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /// @param isSound whether all of this text was found to tell of one key before
  static KeyPair parse(byte[] text, boolean isSound) throws Unreadable {
    String uncommented = COMMENT.matcher(new String(text, StandardCharsets.UTF_8)).replaceAll("");
    String json = uncommented.replaceFirst("^\ufeff", "").strip();
    if (json.isEmpty()) {
      throw new Unreadable("is empty. If you have a backup, restore it from there.");
    }
    Map<String, String> fields = fields(json);
    String curve = fields.getOrDefault("curve", CURVE);
    if (!curve.equals(CURVE)) {
      throw new Unreadable("holds a key of another kind than " + CURVE + ", which no feed uses.");
    }
    byte[] secret = bytes(fields, "private", PRIVATE_BYTES).orElseThrow(SecretText::damaged);
    try {
      return checked(secret, fields, isSound);
    } finally {
      Arrays.fill(secret, (byte) 0);
    }
  }

  /// The key pair of a private field, when all parts of the file tell of the same key.
  private static KeyPair checked(byte[] secret, Map<String, String> fields, boolean isSound)
      throws Unreadable {
    byte[] seed = Arrays.copyOf(secret, KeyPair.SEED_BYTES);
    PublicKey stated = PublicKey.of(Arrays.copyOfRange(secret, seed.length, secret.length));
    KeyPair keys = isSound ? KeyPair.fromSeed(seed, stated) : KeyPair.fromSeed(seed);
    Arrays.fill(seed, (byte) 0);
    if (keys.publicKey().equals(stated)
        && names(fields, "public", stated)
        && names(fields, "id", stated)) {
      return keys;
    }
    keys.destroy();
    throw new Unreadable(
        "is damaged: its public and private parts do not belong together."
            + " If you have a backup, restore it from there.");
  }

  /// Whether the field is absent or names this key, with or without sigil and suffix.
  private static boolean names(Map<String, String> fields, String field, PublicKey key) {
    String text = fields.getOrDefault(field, key.base64());
    String bare = text.startsWith("@") ? text.substring(1) : text;
    return bare.equals(key.base64()) || bare.equals(key.base64() + SUFFIX);
  }

  private static Optional<byte[]> bytes(Map<String, String> fields, String field, int length) {
    String text = fields.getOrDefault(field, "");
    String bare = text.endsWith(SUFFIX) ? text.substring(0, text.length() - SUFFIX.length()) : text;
    return CanonicalBase64.decode(bare, length);
  }

  /// The text fields of a JSON object; what is not text is passed over.
  private static Map<String, String> fields(String json) throws Unreadable {
    Map<String, String> fields = new HashMap<>();
    try (JsonParser parser = JSON.createParser(json)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new Unreadable("is not a Scuttlebutt key file.");
      }
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String name = parser.currentName();
        if (parser.nextToken() == JsonToken.VALUE_STRING) {
          fields.put(name, parser.getText());
        }
        parser.skipChildren();
      }
      if (parser.currentToken() != JsonToken.END_OBJECT || parser.nextToken() != null) {
        throw damaged();
      }
      return fields;
    } catch (IOException notJson) {
      // Its message would quote the file, so it does not travel on.
      throw json.startsWith("{") ? damaged() : new Unreadable("is not a Scuttlebutt key file.");
    }
  }

  private static Unreadable damaged() {
    return new Unreadable("is damaged. If you have a backup, restore it from there.");
  }

  /// The text is no usable secret; the message completes a sentence that begins with the file.
  static final class Unreadable extends Exception {
    Unreadable(String why) {
      super(why);
    }

    @Override
    public String getMessage() {
      return String.valueOf(super.getMessage());
    }
  }
}
