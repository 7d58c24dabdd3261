package org.tidings.ui.control;

import java.time.Instant;
import java.time.ZoneId;
import javafx.scene.control.Label;
import org.tidings.feed.index.Times;
import org.tidings.ui.common.WindowClock;

/// How long ago something was, said anew as time passes; its tooltip has the whole date. Confined
/// to the JavaFX thread.
public final class TimeLabel extends Label {
  private final String full;

  public TimeLabel(Times times, WindowClock clock) {
    Instant written = Instant.ofEpochMilli(times.shownMs());
    ZoneId zone = ZoneId.systemDefault();
    // On showing it again the last tick may be long ago.
    WhileShown.follow(
        this,
        clock.tickedProperty(),
        ticked -> setText(RelativeTime.brief(written, clock.instant(), zone)));
    full = RelativeTime.full(written, zone);
    Tip.on(this, full);
    setMinWidth(USE_PREF_SIZE);
    getStyleClass().add("post-time");
  }

  /// The whole date and time.
  public String full() {
    return full;
  }
}
