package org.tidings.ui.compose;

import org.tidings.feed.local.Drafts;

/// What somebody is writing.
///
/// @param warning what readers see before the text; empty for none
record Words(String text, String warning) {
  static final Words NONE = new Words("", "");

  private static final String OF_WARNING = "/warning";

  static Words load(Drafts drafts, String place) {
    return new Words(drafts.load(place).orElse(""), drafts.load(place + OF_WARNING).orElse(""));
  }

  void save(Drafts drafts, String place) {
    drafts.save(place, text);
    drafts.save(place + OF_WARNING, warning);
  }
}
