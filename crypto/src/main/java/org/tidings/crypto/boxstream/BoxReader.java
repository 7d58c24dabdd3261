package org.tidings.crypto.boxstream;

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

  private final Engine engine;
  private final byte[] key;
  private final NonceCounter nonce;

  /// Opened plain bytes not yet read, then wire bytes not yet opened.
  private byte[] buffer = new byte[FIRST_CAPACITY];

  private int plainAt;
  private int plainEnd;
  private int wireEnd;

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
  public void feed(byte[] wire, int offset, int length) {
    Objects.checkFromIndexSize(offset, length, wire.length);
    if (length > buffer.length - wireEnd) {
      makeRoom(length);
    }
    System.arraycopy(wire, offset, buffer, wireEnd, length);
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
      System.arraycopy(buffer, plainAt, target, offset + copied, part);
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

  /// Opens the next box once all of it is here, where it lies: header and body overlap in the
  /// body's MAC.
  private boolean openBox() {
    if (goodbye || damage != null || !openHeader()) {
      return false;
    }
    int body = plainEnd + BoxWriter.HEADER_BYTES;
    if (wireEnd - body < bodyLength) {
      return false;
    }
    int mac = body - Engine.MAC_BYTES;
    if (!engine.open(key, nonce.current(), buffer, mac, Engine.MAC_BYTES + bodyLength)) {
      damage = "a body was damaged or forged";
      return false;
    }
    nonce.advance();
    plainAt = body;
    plainEnd = body + bodyLength;
    bodyLength = NO_HEADER;
    return true;
  }

  private boolean openHeader() {
    if (bodyLength != NO_HEADER) {
      return true;
    }
    if (wireEnd - plainEnd < BoxWriter.HEADER_BYTES) {
      return false;
    }
    if (!engine.open(key, nonce.current(), buffer, plainEnd, BoxWriter.HEADER_BYTES)) {
      damage = "a header was damaged or forged";
      return false;
    }
    nonce.advance();
    int content = plainEnd + Engine.MAC_BYTES;
    goodbye = isZero(content, plainEnd + BoxWriter.HEADER_BYTES);
    bodyLength =
        Byte.toUnsignedInt(buffer[content]) << Byte.SIZE | Byte.toUnsignedInt(buffer[content + 1]);
    return !goodbye;
  }

  private boolean isZero(int from, int to) {
    for (int i = from; i < to; i++) {
      if (buffer[i] != 0) {
        return false;
      }
    }
    return true;
  }

  private void makeRoom(int length) {
    int kept = wireEnd - plainAt;
    int needed = Math.addExact(kept, length);
    byte[] roomy = needed > buffer.length ? new byte[Math.max(needed, 2 * kept)] : buffer;
    System.arraycopy(buffer, plainAt, roomy, 0, kept);
    buffer = roomy;
    plainEnd -= plainAt;
    wireEnd = kept;
    plainAt = 0;
  }
}
