package org.tidings.ui.compose;

import java.util.List;
import org.tidings.feed.local.Drafts;

/// What somebody is writing.
///
/// @param warning what readers see before the text; empty for none
/// @param attachments what goes with it
record Words(String text, String warning, List<Attachment> attachments) {
  static final Words NONE = new Words("", "", List.of());

  private static final String OF_WARNING = "/warning";
  private static final String OF_ATTACHMENTS = "/files";

  Words {
    attachments = List.copyOf(attachments);
  }

  static Words load(Drafts drafts, String place) {
    return new Words(
        drafts.load(place).orElse(""),
        drafts.load(place + OF_WARNING).orElse(""),
        Attachment.read(drafts.load(place + OF_ATTACHMENTS).orElse("")));
  }

  void save(Drafts drafts, String place) {
    drafts.save(place, text);
    drafts.save(place + OF_WARNING, warning);
    drafts.save(place + OF_ATTACHMENTS, Attachment.write(attachments));
  }
}
