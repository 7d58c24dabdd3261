package org.tidings.ui.desktop;

import java.time.LocalTime;

/// When nothing is shown, every day; also over midnight.
///
/// @param on whether there are such hours
/// @param from the first minute of them
/// @param to the first minute after them
public record QuietHours(boolean on, LocalTime from, LocalTime to) {
  public static final QuietHours USUAL =
      new QuietHours(false, LocalTime.of(22, 0), LocalTime.of(7, 0));

  /// Whether it is quiet then.
  public boolean contains(LocalTime time) {
    boolean begun = !time.isBefore(from);
    boolean over = !time.isBefore(to);
    return on && (from.isBefore(to) ? begun && !over : to.isBefore(from) && (begun || !over));
  }

  public QuietHours turned(boolean next) {
    return new QuietHours(next, from, to);
  }

  public QuietHours withFrom(LocalTime next) {
    return new QuietHours(on, next, to);
  }

  public QuietHours withTo(LocalTime next) {
    return new QuietHours(on, from, next);
  }
}
