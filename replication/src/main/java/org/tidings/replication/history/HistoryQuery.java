package org.tidings.replication.history;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.tidings.feed.json.Json;
import org.tidings.feed.json.JsonBool;
import org.tidings.feed.json.JsonNumber;
import org.tidings.feed.json.JsonObject;
import org.tidings.feed.log.StoredMessage;
import org.tidings.feed.message.Sequence;
import org.tidings.feed.ref.FeedId;
import org.tidings.replication.muxrpc.Body;
import org.tidings.replication.muxrpc.RpcError;

/// What a caller of `createHistoryStream` asks for. Immutable. Protocol 6.1.
///
/// @param from the first sequence asked for, at least 1
/// @param limit how many messages at most
/// @param when whether stored messages, new ones or both are asked for, and in which order
/// @param form what is sent of each
record HistoryQuery(FeedId feed, long from, OptionalLong limit, When when, Form form) {
  /// @param live stay open and send what is appended
  /// @param old send what is stored
  /// @param reverse newest first; there is nothing live then
  record When(boolean live, boolean old, boolean reverse) {}

  /// What is sent of each message: its id, its value, or both with the time it came.
  enum Form {
    KEYS,
    VALUES,
    KEYS_AND_VALUES;

    private static Form of(boolean keys, boolean values) {
      if (!keys) {
        return VALUES;
      }
      return values ? KEYS_AND_VALUES : KEYS;
    }
  }

  /// Reads the arguments of a call: one object, or the feed alone.
  ///
  /// @throws RpcError when no feed is named, or two different places to begin
  static HistoryQuery of(List<Json> arguments) throws RpcError {
    Json first = arguments.isEmpty() ? JsonObject.of() : arguments.getFirst();
    JsonObject options = first.asObject().orElse(JsonObject.of());
    Json id = options.get("id").orElse(first);
    Optional<FeedId> feed = id.asString().flatMap(FeedId::parse);
    if (feed.isEmpty()) {
      throw new RpcError(id.asString().orElse("undefined") + " is not a feed");
    }
    boolean reverse = flag(options, "reverse", false);
    return new HistoryQuery(
        feed.get(),
        from(options),
        limit(options),
        new When(
            flag(options, "live", false) && !reverse,
            flag(options, "old", true) || reverse,
            reverse),
        Form.of(flag(options, "keys", true), flag(options, "values", true)));
  }

  /// Whether this is how a peer catches up on the whole feed, so that it has what comes before. One
  /// that asks for new messages only has told nothing: it may hold more of the feed than we do.
  boolean catchesUp() {
    return when.old && !when.reverse && limit.isEmpty();
  }

  /// The message as it was asked for. Private content stays as it is.
  Body shown(StoredMessage message) {
    return switch (form) {
      case KEYS -> Body.json(Json.of(message.id().toString()));
      case VALUES -> Body.rawJson(message.wire());
      case KEYS_AND_VALUES -> Body.rawJson(keyed(message));
    };
  }

  private static byte[] keyed(StoredMessage message) {
    byte[] before = utf8("{\"key\":\"" + message.id() + "\",\"value\":");
    byte[] after = utf8(",\"timestamp\":" + message.arrival().atMs() + "}");
    byte[] wire = message.wire();
    byte[] all = new byte[before.length + wire.length + after.length];
    System.arraycopy(before, 0, all, 0, before.length);
    System.arraycopy(wire, 0, all, before.length, wire.length);
    System.arraycopy(after, 0, all, before.length + wire.length, after.length);
    return all;
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /// Both names are in use, and both mean the first message wanted, though some texts say
  /// otherwise. Beyond the last sequence there can be is nothing, as beyond the end of the feed.
  private static long from(JsonObject options) throws RpcError {
    OptionalDouble sequence = options.number("sequence");
    OptionalDouble seq = options.number("seq");
    if (sequence.isPresent() && seq.isPresent() && !sequence.equals(seq)) {
      throw new RpcError("sequence and seq differ");
    }
    double from = sequence.isPresent() ? sequence.getAsDouble() : seq.orElse(1);
    return Math.clamp((long) Math.ceil(from), 1, Sequence.LARGEST);
  }

  /// None and zero mean no limit to JavaScript peers, -1 to Go peers.
  private static OptionalLong limit(JsonObject options) {
    OptionalDouble limit = options.number("limit");
    return limit.orElse(0) < 1 ? OptionalLong.empty() : OptionalLong.of((long) limit.getAsDouble());
  }

  /// JavaScript tells `false` from everything else where the default is true, and looks for truth
  /// where it is false.
  private static boolean flag(JsonObject options, String name, boolean otherwise) {
    Optional<Json> value = options.get(name);
    if (otherwise) {
      return value.filter(given -> given == JsonBool.FALSE).isEmpty();
    }
    return value
        .filter(
            given ->
                given == JsonBool.TRUE
                    || (given instanceof JsonNumber(double number) && number != 0))
        .isPresent();
  }
}
