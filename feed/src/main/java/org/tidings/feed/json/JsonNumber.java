package org.tidings.feed.json;

/// A JSON number: a finite IEEE 754 double, as in JavaScript. Minus zero is zero.
public record JsonNumber(double value) implements Json {
  public JsonNumber {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException("JSON has no number " + value);
    }
    value = value == 0 ? 0 : value;
  }
}
