package org.tidings.replication.muxrpc;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// UTF-8 text; broken sequences read as U+FFFD, as in JavaScript.
public final class TextBody implements Body {
  private final byte[] utf8;

  TextBody(byte[] utf8) {
    this.utf8 = utf8;
  }

  /// The text.
  public String text() {
    return new String(utf8, StandardCharsets.UTF_8);
  }

  @Override
  public byte[] bytes() {
    return utf8;
  }

  @Override
  public int typeBits() {
    return 1;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof TextBody that && Arrays.equals(utf8, that.utf8);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(utf8);
  }

  @Override
  public String toString() {
    return text();
  }
}
