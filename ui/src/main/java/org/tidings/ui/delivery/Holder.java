package org.tidings.ui.delivery;

import org.tidings.feed.index.Byline;
import org.tidings.ui.common.Texts;

/// Somebody through whose hands a message went.
///
/// @param part what they have to do with it
record Holder(Byline by, Part part) {

  /// What somebody has to do with a message.
  enum Part {
    /// They said that they have it.
    HAS("delivery.has"),
    /// It was sent to them.
    WAS_SENT("delivery.wasSent"),
    /// They brought it here.
    BROUGHT("details.brought");

    private final String key;

    Part(String key) {
      this.key = key;
    }
  }

  /// What they have to do with it, in words.
  String words() {
    return Texts.of(part.key);
  }
}
