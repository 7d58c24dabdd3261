package org.tidings.feed.told;

/// Something that people are told in a sentence or two: in English, for the command line and the
/// log; a window finds those of another language by the key. Implemented by enums.
public interface Worded {

  /// Names it among all that is told.
  String key();

  /// In English, with `%s` where each value is filled in.
  String sentence();
}
