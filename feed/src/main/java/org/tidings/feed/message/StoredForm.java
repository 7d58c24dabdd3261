package org.tidings.feed.message;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.zip.CRC32C;
import org.tidings.feed.json.Json;
import org.tidings.feed.json.JsonException;
import org.tidings.feed.json.JsonNumber;
import org.tidings.feed.json.JsonString;
import org.tidings.feed.json.JsonWriter;
import org.tidings.feed.message.Message.Envelope;

/// How a message is kept on disk: without what its row and the row before it say anyway, base64 as
/// the bytes it spells. What comes out is what went in, byte for byte; a message for which that
/// does not hold is kept whole.
///
/// ```
/// '{' …                                the wire form itself
/// form ‖ signature ‖ content           content: compact JSON, or what "….box" spells
/// form ‖ signature ‖ sum ‖ content     where the content is not all ASCII
/// ```
///
/// A signature takes 64 bytes, a sum, CRC-32C, 4.
///
/// An id covers the low byte of each UTF-16 unit alone (protocol 2.4): a bit that flips in the
/// other one, as it may in every letter that is not ASCII, does not show in it. The checksum covers
/// these.
///
/// Stateless, thread-safe.
public final class StoredForm {
  private static final byte WHOLE = '{';
  private static final byte SEQUENCE_FIRST = 1;
  private static final byte AUTHOR_FIRST = 2;
  private static final byte ORDER = SEQUENCE_FIRST | AUTHOR_FIRST;
  private static final byte BOXED = 4;
  private static final byte SUMMED = 8;

  private static final int SIGNATURE = 64;
  private static final int CONTENT = 1 + SIGNATURE;
  private static final int SUM = Integer.BYTES;
  private static final int SIGNATURE_CHARS = 88;
  private static final byte[] BEFORE_SIGNATURE = ascii(",\"signature\":\"");
  private static final byte[] AFTER_SIGNATURE = ascii(".sig.ed25519\"}");
  private static final byte[] AFTER_DAMAGE = ascii(".sig.ed25519\"}?");
  private static final int TAIL =
      BEFORE_SIGNATURE.length + SIGNATURE_CHARS + AFTER_SIGNATURE.length;
  private static final byte[] AFTER_BOX = ascii(".box\"");
  private static final int HEAD_CHARS = 256;

  private StoredForm() {}

  /// The bytes to keep.
  public static byte[] of(Message message) {
    byte[] wire = message.sharedWire();
    return packed(wire, head(message.envelope(), SEQUENCE_FIRST), SEQUENCE_FIRST)
        .or(() -> packed(wire, head(message.envelope(), AUTHOR_FIRST), AUTHOR_FIRST))
        .orElseGet(message::wire);
  }

  /// The wire form again; of damaged bytes what is left of it, which is no message's.
  ///
  /// @param envelope what the message's row and the one before it say
  public static byte[] wire(byte[] stored, Envelope envelope) {
    if (isWhole(stored)) {
      return stored;
    }
    byte[] head = head(envelope, (byte) (stored[0] & ORDER));
    byte[] content = contentText(stored);
    byte[] signature = Base64.getEncoder().encode(Arrays.copyOfRange(stored, 1, CONTENT));
    byte[] end = isSumRight(stored) ? AFTER_SIGNATURE : AFTER_DAMAGE;
    return joined(head, content, BEFORE_SIGNATURE, signature, end);
  }

  /// The content alone, as it lies there.
  ///
  /// @throws JsonException when it is none any more
  public static Json content(byte[] stored) throws JsonException {
    if (isWhole(stored)) {
      return Json.parse(stored)
          .asObject()
          .flatMap(value -> value.get("content"))
          .orElseThrow(() -> new JsonException("content is missing"));
    }
    if ((stored[0] & BOXED) != 0) {
      return new JsonString(box(stored));
    }
    return Json.parse(unboxed(stored));
  }

  /// Whether it is the wire form itself. What is damaged so far that it cannot be put together is
  /// handed out as it is, too: it will not pass for any message.
  public static boolean isWhole(byte[] stored) {
    return stored.length <= CONTENT || stored[0] == WHOLE;
  }

  private static Optional<byte[]> packed(byte[] wire, byte[] head, byte order) {
    int end = wire.length - TAIL;
    int signature = end + BEFORE_SIGNATURE.length;
    if (end < head.length || !stands(head, wire, 0) || !stands(BEFORE_SIGNATURE, wire, end)) {
      return Optional.empty();
    }
    byte[] spelt = Base64Text.decode(text(wire, signature, signature + SIGNATURE_CHARS));
    if (spelt == null) {
      return Optional.empty();
    }
    Optional<byte[]> box = boxed(wire, head.length, end);
    return Optional.of(
        box.isPresent()
            ? joined(new byte[] {(byte) (order | BOXED)}, spelt, box.get())
            : plain(order, spelt, ByteBuffer.wrap(wire, head.length, end - head.length)));
  }

  private static byte[] plain(byte order, byte[] signature, ByteBuffer content) {
    boolean isSummed = !isAscii(content);
    byte[] form = new byte[CONTENT + (isSummed ? SUM : 0) + content.remaining()];
    ByteBuffer out = ByteBuffer.wrap(form);
    out.put((byte) (isSummed ? order | SUMMED : order)).put(signature);
    if (isSummed) {
      out.putInt(sum(content.duplicate()));
    }
    out.put(content);
    return form;
  }

  private static boolean isAscii(ByteBuffer content) {
    for (int i = content.position(); i < content.limit(); i++) {
      if (content.get(i) < 0) {
        return false;
      }
    }
    return true;
  }

  private static int sum(ByteBuffer content) {
    CRC32C sum = new CRC32C();
    sum.update(content);
    return (int) sum.getValue();
  }

  /// Whether there is none, or it is that of the content.
  private static boolean isSumRight(byte[] stored) {
    return (stored[0] & SUMMED) == 0
        || (stored.length >= CONTENT + SUM
            && ByteBuffer.wrap(stored).getInt(CONTENT) == sum(ByteBuffer.wrap(unboxed(stored))));
  }

  /// The content of one that holds no box.
  private static byte[] unboxed(byte[] stored) {
    return Arrays.copyOfRange(stored, start(stored), stored.length);
  }

  /// Where the content begins; at the end of what is too short to have any.
  private static int start(byte[] stored) {
    return (stored[0] & SUMMED) == 0 ? CONTENT : Math.min(CONTENT + SUM, stored.length);
  }

  /// The bytes that `"….box"` spells, if it is that and nothing else.
  private static Optional<byte[]> boxed(byte[] wire, int start, int end) {
    int box = end - AFTER_BOX.length;
    if (wire[start] != '"' || box - start < 2 || !stands(AFTER_BOX, wire, box)) {
      return Optional.empty();
    }
    return Optional.ofNullable(Base64Text.decode(text(wire, start + 1, box)));
  }

  private static byte[] contentText(byte[] stored) {
    return (stored[0] & BOXED) == 0 ? unboxed(stored) : ascii('"' + box(stored) + '"');
  }

  private static String box(byte[] stored) {
    return Base64Text.encode(Arrays.copyOfRange(stored, CONTENT, stored.length)) + ".box";
  }

  /// Everything that stands before the content. Written out because every message that is stored
  /// or sent passes here.
  private static byte[] head(Envelope envelope, byte order) {
    StringBuilder head = new StringBuilder(HEAD_CHARS).append("{\"previous\":");
    if (envelope.previous().isPresent()) {
      head.append('"').append(envelope.previous().get()).append('"');
    } else {
      head.append("null");
    }
    if (order == SEQUENCE_FIRST) {
      head.append(",\"sequence\":").append(envelope.sequence().value());
    }
    head.append(",\"author\":\"").append(envelope.author()).append('"');
    if (order != SEQUENCE_FIRST) {
      head.append(",\"sequence\":").append(envelope.sequence().value());
    }
    head.append(",\"timestamp\":")
        .append(JsonWriter.compactText(new JsonNumber(envelope.timestamp())))
        .append(",\"hash\":\"sha256\",\"content\":");
    return ascii(head.toString());
  }

  private static boolean stands(byte[] part, byte[] in, int at) {
    return Arrays.equals(part, 0, part.length, in, at, at + part.length);
  }

  private static byte[] joined(byte[]... parts) {
    int length = 0;
    for (byte[] part : parts) {
      length += part.length;
    }
    byte[] all = new byte[length];
    int at = 0;
    for (byte[] part : parts) {
      System.arraycopy(part, 0, all, at, part.length);
      at += part.length;
    }
    return all;
  }

  private static String text(byte[] bytes, int from, int to) {
    return new String(bytes, from, to - from, ISO_8859_1);
  }

  private static byte[] ascii(String text) {
    return text.getBytes(ISO_8859_1);
  }
}
