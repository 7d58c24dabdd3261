package org.tidings.feed.told;

import java.util.List;

/// A sentence with what is filled in. A value.
///
/// @param values texts, or what is told itself
public record Told(Worded what, List<Object> values) {

  public Told {
    values = List.copyOf(values);
  }

  public static Told of(Worded what, Object... values) {
    return new Told(what, List.of(values));
  }

  /// In English.
  public String sentence() {
    return what.sentence().formatted(values.stream().map(Told::english).toArray());
  }

  private static Object english(Object value) {
    return value instanceof Told told ? told.sentence() : value;
  }
}
