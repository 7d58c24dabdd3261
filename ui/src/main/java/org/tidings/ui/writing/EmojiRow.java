package org.tidings.ui.writing;

import java.util.List;

/// A row of what is offered to choose an emoji from.
sealed interface EmojiRow {
  /// Says what is below.
  ///
  /// @param key of its words
  record Title(String key) implements EmojiRow {}

  /// Some emoji beside each other.
  record Some(List<String> emoji) implements EmojiRow {
    public Some {
      emoji = List.copyOf(emoji);
    }
  }
}
