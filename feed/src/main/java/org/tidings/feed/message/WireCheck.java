package org.tidings.feed.message;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Arrays;
import org.tidings.feed.json.JsonException;
import org.tidings.feed.ref.FeedId;
import org.tidings.feed.ref.MessageId;

/// Compares stored bytes with the id, author and place under which they are stored, without reading
/// what they say: of what was verified once, damage shows in the hash. Stateless, thread-safe.
public final class WireCheck {
  private static final int BEFORE_PREVIOUS = "{\"previous\":".length();
  private static final int NULL = "null".length();
  private static final int QUOTED_ID = "\"%.sha256\"".length() + 44;
  private static final byte[] AFTER = ascii(",\"timestamp\":");

  private WireCheck() {}

  /// Whether these are the bytes of that message.
  public static boolean isMessage(byte[] wire, MessageId id, FeedId author, Sequence sequence) {
    return isPlaced(wire, author, sequence) && hasId(wire, id);
  }

  /// The same of bytes put together from what is known of its author and place.
  public static boolean hasId(byte[] wire, MessageId id) {
    try {
      return SignedText.ofWire(wire).id().equals(id);
    } catch (JsonException damaged) {
      return false;
    }
  }

  /// In either order of the fields.
  private static boolean isPlaced(byte[] wire, FeedId author, Sequence sequence) {
    byte[] who = ascii(",\"author\":\"" + author + '"');
    byte[] where = ascii(",\"sequence\":" + sequence);
    int at = BEFORE_PREVIOUS + (sequence.isFirst() ? NULL : QUOTED_ID);
    return follow(wire, at, where, who) || follow(wire, at, who, where);
  }

  private static boolean follow(byte[] wire, int at, byte[] first, byte[] second) {
    int next = at + first.length;
    int end = next + second.length;
    return wire.length > end + AFTER.length
        && stands(first, wire, at)
        && stands(second, wire, next)
        && stands(AFTER, wire, end);
  }

  private static boolean stands(byte[] part, byte[] in, int at) {
    return Arrays.equals(part, 0, part.length, in, at, at + part.length);
  }

  private static byte[] ascii(String text) {
    return text.getBytes(ISO_8859_1);
  }
}
