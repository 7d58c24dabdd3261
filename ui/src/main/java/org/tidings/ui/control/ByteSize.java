package org.tidings.ui.control;

import org.tidings.ui.common.Texts;

/// Says how much data something is, as people do; no line ends before its unit. Thread-safe.
public final class ByteSize {
  private static final double KILO = 1_000;
  private static final char NO_BREAK = '\u00a0';

  private ByteSize() {}

  /// `830 bytes`, `12 kB`, `3.4 MB`, `1.2 GB`.
  public static String brief(long bytes) {
    return words(bytes).replace(' ', NO_BREAK);
  }

  private static String words(long bytes) {
    if (bytes < KILO) {
      return Texts.of("size.bytes", bytes);
    }
    double kilo = bytes / KILO;
    if (kilo < KILO) {
      return Texts.of("size.kilo", kilo);
    }
    double mega = kilo / KILO;
    return mega < KILO ? Texts.of("size.mega", mega) : Texts.of("size.giga", mega / KILO);
  }
}
