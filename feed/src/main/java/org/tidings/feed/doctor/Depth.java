package org.tidings.feed.doctor;

/// How closely the doctor looks.
public enum Depth {
  /// At the file, every message and all notes.
  MESSAGES,
  /// Also whether every index says what a replay of the log would say, which takes about as long as
  /// building all of them, and as much disk as the store.
  INDEXES
}
