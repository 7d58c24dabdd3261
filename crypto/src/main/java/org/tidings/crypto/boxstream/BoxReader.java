package org.tidings.crypto.boxstream;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tidings.crypto.engine.Engine;

/// The receiving direction of a box stream: wire bytes in as they come, plain bytes out (protocol
/// 4.2). Confined to the connection's reading thread.
///
/// The rhythm that keeps memory bounded and copies few: read until `0`, feed what the transport
/// has, read again.
///
/// ```
/// int n;
/// while ((n = reader.read(target, 0, target.length)) == 0) {
///   int fed = socket.read(wire);
///   if (fed < 0) reader.end(); // throws: the peer did not say goodbye
///   else reader.feed(wire, 0, fed);
/// }
/// ```
public final class BoxReader {
  private static final int FIRST_CAPACITY = 2 * (BoxWriter.HEADER_BYTES + BoxWriter.MAX_CHUNK);
  private static final int NO_HEADER = -1;
  private static final byte[] GOODBYE = new byte[BoxWriter.HEADER_CONTENT_BYTES];

  private final Engine engine;
  private final byte[] key;
  private final NonceCounter nonce;

  /// Wire bytes not yet opened, from `wireAt` to `wireEnd`.
  private byte[] wire = new byte[FIRST_CAPACITY];

  private int wireAt;
  private int wireEnd;

  private final byte[] header = new byte[BoxWriter.HEADER_BYTES];

  /// The opened body; its plain bytes from `plainAt` to `plainEnd` are not yet read.
  private byte[] body = new byte[Engine.MAC_BYTES + BoxWriter.MAX_CHUNK];

  private int plainAt;
  private int plainEnd;

  /// What the opened header says of the body that follows it.
  private int bodyLength = NO_HEADER;

  private boolean goodbye;
  private @Nullable String damage;

  /// Starts the stream these keys receive.
  public BoxReader(BoxStreamKeys keys) {
    this(keys, Engine.preferred());
  }

  BoxReader(BoxStreamKeys keys, Engine engine) {
    this.engine = engine;
    this.key = keys.receiveKey();
    this.nonce = new NonceCounter(keys.receiveNonce());
  }

  /// Takes wire bytes. What is not read yet is kept, so feed only after `read` answered `0`.
  public void feed(byte[] bytes, int offset, int length) {
    Objects.checkFromIndexSize(offset, length, bytes.length);
    if (length > wire.length - wireEnd) {
      makeRoom(length);
    }
    System.arraycopy(bytes, offset, wire, wireEnd, length);
    wireEnd += length;
  }

  /// Copies plain bytes to `target` and answers how many; `0` when more wire bytes are needed
  /// first, `-1` when the peer has said goodbye. All that came before damage is read before the
  /// exception.
  public int read(byte[] target, int offset, int length) throws BoxStreamException {
    Objects.checkFromIndexSize(offset, length, target.length);
    int copied = 0;
    while (copied < length && (plainAt < plainEnd || openBox())) {
      int part = Math.min(length - copied, plainEnd - plainAt);
      System.arraycopy(body, plainAt, target, offset + copied, part);
      plainAt += part;
      copied += part;
    }
    if (copied > 0 || length == 0) {
      return copied;
    }
    if (damage != null) {
      throw new BoxStreamException(damage);
    }
    return goodbye ? -1 : 0;
  }

  /// The transport has ended. Throws unless the peer's goodbye was read.
  public void end() throws BoxStreamException {
    if (damage != null) {
      throw new BoxStreamException(damage);
    }
    if (!goodbye) {
      throw new BoxStreamException("the stream was cut off: it ended without a goodbye");
    }
  }

  /// Opens the next box once all of it is here.
  private boolean openBox() {
    if (goodbye || damage != null || !openHeader() || wireEnd - wireAt < bodyLength) {
      return false;
    }
    int boxLength = Engine.MAC_BYTES + bodyLength;
    if (body.length < boxLength) {
      body = new byte[boxLength];
    }
    System.arraycopy(header, BoxWriter.HEADER_BYTES - Engine.MAC_BYTES, body, 0, Engine.MAC_BYTES);
    take(body, Engine.MAC_BYTES, bodyLength);
    if (!engine.open(key, nonce.following(), body, 0, boxLength)) {
      damage = "a body was damaged or forged";
      return false;
    }
    nonce.advanceByBox();
    plainAt = Engine.MAC_BYTES;
    plainEnd = boxLength;
    bodyLength = NO_HEADER;
    return true;
  }

  private boolean openHeader() {
    if (bodyLength != NO_HEADER) {
      return true;
    }
    if (wireEnd - wireAt < BoxWriter.HEADER_BYTES) {
      return false;
    }
    take(header, 0, BoxWriter.HEADER_BYTES);
    if (!engine.open(key, nonce.current(), header, 0, BoxWriter.HEADER_BYTES)) {
      damage = "a header was damaged or forged";
      return false;
    }
    int content = Engine.MAC_BYTES;
    goodbye = Arrays.equals(header, content, header.length, GOODBYE, 0, GOODBYE.length);
    bodyLength =
        Byte.toUnsignedInt(header[content]) << Byte.SIZE | Byte.toUnsignedInt(header[content + 1]);
    return !goodbye;
  }

  private void take(byte[] target, int offset, int length) {
    System.arraycopy(wire, wireAt, target, offset, length);
    wireAt += length;
  }

  private void makeRoom(int length) {
    int kept = wireEnd - wireAt;
    int needed = Math.addExact(kept, length);
    byte[] roomy = needed > wire.length ? new byte[Math.max(needed, 2 * kept)] : wire;
    System.arraycopy(wire, wireAt, roomy, 0, kept);
    wire = roomy;
    wireAt = 0;
    wireEnd = kept;
  }
}
