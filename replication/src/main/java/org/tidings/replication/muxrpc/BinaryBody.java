package org.tidings.replication.muxrpc;

import java.util.Arrays;

/// Plain bytes, the pieces of a blob for example.
public final class BinaryBody implements Body {
  private final byte[] bytes;

  BinaryBody(byte[] bytes) {
    this.bytes = bytes;
  }

  @Override
  public byte[] bytes() {
    return bytes;
  }

  @Override
  public int typeBits() {
    return 0;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof BinaryBody that && Arrays.equals(bytes, that.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return bytes.length + " bytes";
  }
}
