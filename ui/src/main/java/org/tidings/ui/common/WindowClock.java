package org.tidings.ui.common;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.util.Subscription;

/// The time, and when it is worth while to say anew how long ago something was. Thread-safe, but
/// for what ticks, which belongs to the screen thread.
public final class WindowClock implements InstantSource {
  private static final Duration EVERY = Duration.ofSeconds(30);

  private final InstantSource clock;
  private final ReadOnlyObjectWrapper<Instant> ticked;

  public WindowClock(InstantSource clock) {
    this.clock = clock;
    ticked = new ReadOnlyObjectWrapper<>(clock.instant());
  }

  @Override
  public Instant instant() {
    return clock.instant();
  }

  /// When it ticked last.
  public ReadOnlyObjectProperty<Instant> tickedProperty() {
    return ticked.getReadOnlyProperty();
  }

  /// Ticks every half minute, until unsubscribed.
  public Subscription run(Background background) {
    var ticking = new Ticking(background);
    ticking.next();
    return ticking;
  }

  /// Ticks now.
  public void tick() {
    ticked.set(clock.instant());
  }

  private final class Ticking implements Subscription {
    private final Background background;
    private boolean ended;

    Ticking(Background background) {
      this.background = background;
    }

    void next() {
      background.onScreenAfter(
          EVERY,
          () -> {
            if (!ended) {
              tick();
              next();
            }
          });
    }

    @Override
    public void unsubscribe() {
      ended = true;
    }
  }
}
