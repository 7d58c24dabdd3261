package org.tidings.crypto.handshake;

import java.io.ByteArrayOutputStream;

/// Concatenation, which the handshake is made of.
final class Bytes {
  private Bytes() {}

  static byte[] join(byte[]... parts) {
    var joined = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      joined.writeBytes(part);
    }
    return joined.toByteArray();
  }
}
