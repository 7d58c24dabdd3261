package org.tidings.app.command;

import java.util.Locale;

/// Numbers and sizes as people read them. Stateless.
final class Amounts {
  private static final double KILO = 1_000;

  private Amounts() {}

  /// `1 message`, `2 messages`.
  static String counted(double count, String what) {
    return "%.0f %s".formatted(count, count == 1 ? what : what + "s");
  }

  /// `830 bytes`, `12 kB`, `3.4 MB`, `1.2 GB`.
  static String bytes(double bytes) {
    if (bytes < KILO) {
      return counted(bytes, "byte");
    }
    double kilo = bytes / KILO;
    if (kilo < KILO) {
      return "%.0f kB".formatted(kilo);
    }
    double mega = kilo / KILO;
    return mega < KILO
        ? String.format(Locale.ROOT, "%.1f MB", mega)
        : String.format(Locale.ROOT, "%.1f GB", mega / KILO);
  }
}
