package org.tidings.ui.compose;

import java.util.List;
import java.util.stream.Collectors;
import org.tidings.feed.content.Mention;
import org.tidings.feed.content.Mentions;

/// A text with what goes with it, as it is posted. Stateless.
final class WholeText {
  private WholeText() {}

  /// What goes with it stands below it.
  static String of(String written, List<Attachment> attachments) {
    String below = attachments.stream().map(Attachment::markdown).collect(Collectors.joining("\n"));
    String text = written.stripTrailing();
    return text.isEmpty() || below.isEmpty() ? text + below : text + "\n\n" + below;
  }

  /// What it points to, with what is known of the files among that.
  static List<Mention> mentions(String text, List<Attachment> attachments) {
    return Mentions.of(text).stream().map(mention -> described(mention, attachments)).toList();
  }

  private static Mention described(Mention mention, List<Attachment> attachments) {
    Mention described = mention;
    for (Attachment attachment : attachments) {
      described = attachment.describe(described);
    }
    return described;
  }
}
