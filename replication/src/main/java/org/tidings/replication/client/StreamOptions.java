package org.tidings.replication.client;

import org.tidings.feed.json.Json;
import org.tidings.feed.json.JsonBool;
import org.tidings.feed.json.JsonNull;
import org.tidings.feed.json.JsonNumber;
import org.tidings.feed.json.JsonObject;

/// What streams of messages can be asked for, whatever they are streams of. Immutable.
///
/// @param limit how many stored messages at most
/// @param when whether stored messages, new ones or both are wanted, and in which order
record StreamOptions(long limit, When when) {

  /// @param live stay open and send what is appended
  /// @param old send what is stored
  /// @param sync say where the stored ones end and the new ones begin
  /// @param reverse newest first; there is nothing live then
  record When(boolean live, boolean old, boolean sync, boolean reverse) {}

  static StreamOptions of(JsonObject options) {
    boolean reverse = flag(options, "reverse", false);
    double limit = options.number("limit").orElse(-1);
    return new StreamOptions(
        limit < 0 ? Long.MAX_VALUE : (long) limit,
        new When(
            isLive(options) && !reverse,
            flag(options, "old", true) || reverse,
            flag(options, "sync", true),
            reverse));
  }

  /// Whether what comes later is wanted: that is said, or that nothing stored is.
  static boolean isLive(JsonObject options) {
    return flag(options, "live", false) || !flag(options, "old", true);
  }

  /// Whether an option is set, as ssb-server looks at it: what is usual is left out by `false`
  /// alone, and numbers count as JavaScript counts them for what is not.
  static boolean flag(JsonObject options, String name, boolean usual) {
    return switch (options.get(name).orElse(JsonNull.NULL)) {
      case JsonBool bool -> bool.value();
      case JsonNumber(double number) -> usual || number != 0;
      case Json other -> usual;
    };
  }
}
