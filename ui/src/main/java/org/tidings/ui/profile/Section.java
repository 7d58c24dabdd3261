package org.tidings.ui.profile;

/// What a profile shows below its head.
public enum Section {
  POSTS,
  /// The pictures in posts of this feed.
  PICTURES,
  /// Whom this feed follows.
  FOLLOWING,
  /// Who follows this feed.
  FOLLOWERS
}
