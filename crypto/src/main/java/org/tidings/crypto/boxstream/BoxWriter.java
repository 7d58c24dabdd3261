package org.tidings.crypto.boxstream;

import java.util.Arrays;
import java.util.Objects;
import org.tidings.crypto.engine.Engine;

/// The sending direction of a box stream: plain bytes in, wire bytes out, in order (protocol 4.2).
/// Confined to the connection's writing thread.
public final class BoxWriter {
  /// The most plain bytes one box holds.
  public static final int MAX_CHUNK = 4096;

  /// Bytes of a goodbye, and by which a box is longer than its chunk.
  public static final int HEADER_BYTES = 34;

  static final int HEADER_CONTENT_BYTES = HEADER_BYTES - Engine.MAC_BYTES;

  private final Engine engine;
  private final byte[] key;
  private final NonceCounter nonce;
  private final byte[] header = new byte[HEADER_BYTES];
  private final byte[] body = new byte[Engine.MAC_BYTES + MAX_CHUNK];
  private boolean ended;

  /// Starts the stream these keys send.
  public BoxWriter(BoxStreamKeys keys) {
    this(keys, Engine.preferred());
  }

  BoxWriter(BoxStreamKeys keys, Engine engine) {
    this.engine = engine;
    this.key = keys.sendKey();
    this.nonce = new NonceCounter(keys.sendNonce());
  }

  /// Bytes on the wire of `length` plain bytes.
  public static int boxedLength(int length) {
    return Math.addExact(length, HEADER_BYTES * Math.ceilDiv(length, MAX_CHUNK));
  }

  /// The wire bytes of any number of plain bytes, split into boxes of at most 4096. No bytes give
  /// no box.
  public byte[] box(byte[] plain, int offset, int length) {
    byte[] wire = new byte[boxedLength(length)];
    box(plain, offset, length, wire, 0);
    return wire;
  }

  /// Like `box`, into `wire` at `wireOffset`, which must have room for `boxedLength(length)` bytes;
  /// answers how many were written. Makes no garbage.
  public int box(byte[] plain, int offset, int length, byte[] wire, int wireOffset) {
    demandOpen();
    Objects.checkFromIndexSize(offset, length, plain.length);
    Objects.checkFromIndexSize(wireOffset, boxedLength(length), wire.length);
    int at = wireOffset;
    for (int done = 0; done < length; done += MAX_CHUNK) {
      int chunk = Math.min(MAX_CHUNK, length - done);
      System.arraycopy(plain, offset + done, body, Engine.MAC_BYTES, chunk);
      sealBodyAndHeader(chunk);
      System.arraycopy(header, 0, wire, at, HEADER_BYTES);
      System.arraycopy(body, Engine.MAC_BYTES, wire, at + HEADER_BYTES, chunk);
      at += HEADER_BYTES + chunk;
    }
    return at - wireOffset;
  }

  /// The last bytes of the stream: they tell the other side that nothing was cut off. Nothing can
  /// be boxed after them.
  public byte[] goodbye() {
    demandOpen();
    ended = true;
    Arrays.fill(header, (byte) 0);
    engine.seal(key, nonce.current(), header, 0, HEADER_CONTENT_BYTES);
    return header.clone();
  }

  private void sealBodyAndHeader(int chunk) {
    engine.seal(key, nonce.following(), body, 0, chunk);
    header[Engine.MAC_BYTES] = (byte) (chunk >>> Byte.SIZE);
    header[Engine.MAC_BYTES + 1] = (byte) chunk;
    System.arraycopy(body, 0, header, HEADER_BYTES - Engine.MAC_BYTES, Engine.MAC_BYTES);
    engine.seal(key, nonce.current(), header, 0, HEADER_CONTENT_BYTES);
    nonce.advanceByBox();
  }

  private void demandOpen() {
    if (ended) {
      throw new IllegalStateException("nothing follows the goodbye");
    }
  }
}
