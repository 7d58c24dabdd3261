package org.tidings.replication.muxrpc;

import java.io.IOException;
import java.util.Optional;
import org.tidings.feed.json.Json;
import org.tidings.feed.json.JsonBool;
import org.tidings.feed.json.JsonObject;
import org.tidings.feed.json.JsonWriter;
import org.tidings.replication.transport.ProtocolException;

/// An error one peer tells the other about a single call; the connection goes on. Thrown by a
/// [Procedure] it is the answer, thrown by a call it is what the peer answered.
public final class RpcError extends IOException {
  private static final String NOT_ALLOWED = " is not in list of allowed methods";

  /// In characters: what a peer asked is told back to it, but not at any length.
  private static final int LONGEST = 1_000;

  /// An end of more bytes than that is not looked at: no error that anybody tells is as long, and
  /// what is read of it would take many times as much.
  private static final int LONGEST_READ = 64 * 1024;

  private static final int LONGEST_SHOWN = 200;

  public RpcError(String message) {
    super(message);
  }

  /// What JavaScript peers answer to a method that is not there or not for this caller. Others
  /// match on the exact words to see what a peer can do.
  static RpcError notAllowed(String joinedName) {
    return new RpcError("method:" + joinedName + NOT_ALLOWED);
  }

  /// The error in the body of an end; empty when it is the `true` of an ordinary end. Any of the
  /// usual three fields may be missing, and the error may be a bare string.
  static Optional<RpcError> in(Body end) throws ProtocolException {
    if (end.size() > LONGEST_READ) {
      return Optional.of(new RpcError("an error of " + end.size() + " bytes"));
    }
    return switch (end) {
      case TextBody text -> Optional.of(new RpcError(text.text()));
      case BinaryBody binary -> Optional.of(new RpcError(binary.toString()));
      case JsonBody json -> in(json.json());
    };
  }

  private static Optional<RpcError> in(Json value) {
    if (value == JsonBool.TRUE) {
      return Optional.empty();
    }
    String message =
        value
            .asString()
            .or(() -> value.asObject().flatMap(object -> object.string("message")))
            .orElseGet(() -> JsonWriter.compactText(value));
    return Optional.of(new RpcError(message));
  }

  /// Whether the peer says that it lacks this method or keeps it from us, in the words of the
  /// JavaScript or of the Go implementation.
  public boolean saysMissing(Method method) {
    String message = message();
    return message.equals("method:" + method.joined() + NOT_ALLOWED)
        || message.equals("no " + method.type().word() + ":" + method.joined())
        || message.contains("no such command: " + method)
        || message.contains("no such method: " + method);
  }

  /// The words.
  public String message() {
    return String.valueOf(getMessage());
  }

  /// The words in one line, short enough to be shown, whatever a peer makes of them.
  public String brief() {
    return brief(message());
  }

  /// The same of what a peer says by another way.
  public static String brief(String words) {
    String line = words.replaceAll("\\p{Cntrl}", " ").strip();
    return line.codePointCount(0, line.length()) <= LONGEST_SHOWN
        ? line
        : line.substring(0, line.offsetByCodePoints(0, LONGEST_SHOWN)) + "…";
  }

  Body body() {
    return Body.json(
        JsonObject.builder()
            .put("message", message().substring(0, Math.min(LONGEST, message().length())))
            .put("name", "Error")
            .put("stack", "")
            .build());
  }
}
