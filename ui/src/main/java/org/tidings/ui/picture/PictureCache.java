package org.tidings.ui.picture;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javafx.scene.image.Image;

/// Pictures that were shown last, as many as their memory allows. Confined to the screen thread.
final class PictureCache {
  private static final int AT_FIRST = 64;
  private static final float LOAD = 0.75f;
  private static final long DOT_BYTES = 4;

  private final long mostBytes;
  private final Map<Pictures.Wanted, Image> images = new LinkedHashMap<>(AT_FIRST, LOAD, true);
  private long bytes;

  PictureCache(long mostBytes) {
    this.mostBytes = mostBytes;
  }

  Optional<Image> of(Pictures.Wanted wanted) {
    return Optional.ofNullable(images.get(wanted));
  }

  void put(Pictures.Wanted wanted, Image image) {
    Image before = images.put(wanted, image);
    bytes += bytes(image) - (before == null ? 0 : bytes(before));
    Iterator<Image> oldest = images.values().iterator();
    while (bytes > mostBytes && oldest.hasNext()) {
      bytes -= bytes(oldest.next());
      oldest.remove();
    }
  }

  private static long bytes(Image image) {
    return (long) (image.getWidth() * image.getHeight() * DOT_BYTES);
  }
}
