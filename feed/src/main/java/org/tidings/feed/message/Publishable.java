package org.tidings.feed.message;

import org.tidings.feed.json.IntegerKey;
import org.tidings.feed.json.Json;
import org.tidings.feed.json.JsonArray;
import org.tidings.feed.json.JsonObject;
import org.tidings.feed.json.JsonString;

/// What we never sign although JavaScript peers would take it, because others would not: keys that
/// look like numbers, deep nesting, broken Unicode. Protocol 2.2, 12.3 and 12.8.
final class Publishable {
  /// Levels of nesting within a message that some peers can indent.
  private static final int MOST_LEVELS = 20;

  private Publishable() {}

  static void check(Json content) throws UnpublishableException {
    check(content, 1);
  }

  private static void check(Json value, int level) throws UnpublishableException {
    switch (value) {
      case JsonObject object -> checkObject(object, level + 1);
      case JsonArray array -> {
        checkLevel(level + 1);
        for (Json item : array.items()) {
          check(item, level + 1);
        }
      }
      case JsonString(String text) -> checkText(text);
      default -> {
        // numbers, booleans and null are the same everywhere
      }
    }
  }

  private static void checkObject(JsonObject object, int level) throws UnpublishableException {
    checkLevel(level);
    for (String key : object.keys()) {
      if (IntegerKey.isOne(key)) {
        throw new UnpublishableException("A field must not be named like a number: " + key + ".");
      }
      checkText(key);
    }
    for (Json value : object.values()) {
      check(value, level);
    }
  }

  private static void checkLevel(int level) throws UnpublishableException {
    if (level >= MOST_LEVELS) {
      throw new UnpublishableException("The content is nested too deeply.");
    }
  }

  private static void checkText(String text) throws UnpublishableException {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean pair =
          Character.isHighSurrogate(c)
              && i + 1 < text.length()
              && Character.isLowSurrogate(text.charAt(i + 1));
      if (pair) {
        i++;
      } else if (Character.isSurrogate(c)) {
        throw new UnpublishableException("The text holds half of a character.");
      }
    }
  }
}
