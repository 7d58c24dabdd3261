package org.tidings.feed.message;

import org.tidings.feed.json.Json;

/// Reads messages byte-exactly. The signature is not checked: that is [MessageVerifier]'s part.
/// Stateless, thread-safe. Protocol 2.
public final class MessageCodec {
  /// Longest signed canonical text, in UTF-16 units. Protocol 2.5.
  public static final int MAX_UNITS = 8192;

  private static final int USUAL_BYTES = 1024;

  private MessageCodec() {}

  /// Reads one message value as it came from a peer, a file or the store.
  public static Decoded decode(byte[] raw) {
    try {
      return WellShaped.read(raw).message();
    } catch (UnreadableException unreadable) {
      return unreadable.verdict();
    }
  }

  /// Reads one message value that is parsed already.
  public static Decoded decode(Json value) {
    try {
      return WellShaped.read(value, USUAL_BYTES).message();
    } catch (UnreadableException unreadable) {
      return unreadable.verdict();
    }
  }
}
