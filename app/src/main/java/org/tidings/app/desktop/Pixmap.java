package org.tidings.app.desktop;

import org.freedesktop.dbus.Struct;
import org.freedesktop.dbus.annotations.Position;

/// A picture as trays want it.
public final class Pixmap extends Struct {
  @Position(0)
  private final int width;

  @Position(1)
  private final int height;

  @Position(2)
  private final byte[] argb;

  /// @param argb four bytes a dot, row by row
  public Pixmap(int width, int height, byte[] argb) {
    this.width = width;
    this.height = height;
    this.argb = argb;
  }

  public int width() {
    return width;
  }

  public int height() {
    return height;
  }

  /// Four bytes a dot, row by row: opacity, red, green, blue.
  public byte[] argb() {
    return argb;
  }
}
