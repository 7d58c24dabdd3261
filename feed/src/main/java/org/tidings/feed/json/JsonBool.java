package org.tidings.feed.json;

/// `true` or `false`.
public enum JsonBool implements Json {
  TRUE,
  FALSE;

  /// This value as Java's.
  public boolean value() {
    return this == TRUE;
  }
}
