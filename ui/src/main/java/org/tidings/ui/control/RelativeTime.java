package org.tidings.ui.control;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import org.tidings.ui.common.Texts;

/// Says when something was, as people do. Thread-safe.
public final class RelativeTime {
  private static final int DAYS_SHOWN = 7;

  private RelativeTime() {}

  /// `now`, `5 min`, `3 h`, `2 d`, then the date: with its year when that is another one.
  public static String brief(Instant then, Instant now, ZoneId zone) {
    Duration ago = Duration.between(then, now);
    if (ago.toMinutes() < 1) {
      return Texts.of("time.now");
    }
    if (ago.toHours() < 1) {
      return Texts.of("time.minutes", ago.toMinutes());
    }
    if (ago.toDays() < 1) {
      return Texts.of("time.hours", ago.toHours());
    }
    if (ago.toDays() < DAYS_SHOWN) {
      return Texts.of("time.days", ago.toDays());
    }
    boolean thisYear = then.atZone(zone).getYear() == now.atZone(zone).getYear();
    String pattern = Texts.of(thisYear ? "time.date" : "time.dateWithYear");
    return DateTimeFormatter.ofPattern(pattern).format(then.atZone(zone));
  }

  /// The whole date and time, for a tooltip.
  public static String full(Instant then, ZoneId zone) {
    return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.FULL, FormatStyle.SHORT)
        .format(then.atZone(zone));
  }
}
