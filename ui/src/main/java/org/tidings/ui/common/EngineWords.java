package org.tidings.ui.common;

import org.tidings.feed.told.Told;
import org.tidings.feed.told.Worded;

/// What the modules below have sentences for, in the person's language: theirs are English, and for
/// the command line. Thread-safe.
public final class EngineWords {
  private EngineWords() {}

  /// What has nothing to be filled in.
  public static String of(Worded what) {
    return Texts.of(what.key());
  }

  /// With what is filled in.
  public static String of(Told told) {
    return told.values().isEmpty()
        ? of(told.what())
        : Texts.of(told.what().key(), told.values().stream().map(EngineWords::filled).toArray());
  }

  private static Object filled(Object value) {
    return value instanceof Told told ? of(told) : value;
  }
}
