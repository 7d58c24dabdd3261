package org.tidings.feed.ref;

import java.util.Optional;

/// Names of channels (hashtags). Protocol 10.9.
public final class ChannelName {
  private ChannelName() {}

  /// The form in which channel names are compared: lower case, without `#`, white space and
  /// punctuation, at most 30 UTF-16 units. Empty when nothing is left.
  public static Optional<String> normalise(String name) {
    return Optional.empty();
  }
}
