package org.tidings.ui.compose;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.tidings.feed.content.Mention;
import org.tidings.feed.content.Mentions;
import org.tidings.feed.content.Post;

/// A text with what goes with it, as it is posted. Stateless.
final class WholeText {
  private WholeText() {}

  /// What goes with it stands below it.
  static String of(Words words) {
    String below =
        words.attachments().stream().map(Attachment::markdown).collect(Collectors.joining("\n"));
    String text = words.stripped().addressed();
    return text.isEmpty() || below.isEmpty() ? text + below : text + "\n\n" + below;
  }

  /// What it points to, with what is known of the files among that.
  static List<Mention> mentions(String text, List<Attachment> attachments) {
    return Mentions.of(text).stream().map(mention -> described(mention, attachments)).toList();
  }

  /// Pieces of a text as the one post they would be; they are put together as they were cut.
  static Post together(List<Post> pieces) {
    return new Post(
        Pieces.together(pieces.stream().map(Post::text).toList()),
        pieces.getFirst().place(),
        pieces.stream().flatMap(piece -> piece.mentions().stream()).distinct().toList(),
        Optional.empty(),
        pieces.getFirst().contentWarning());
  }

  /// The text of a post and what went with it, as they were before they became one.
  static Words apart(Post post) {
    List<String> lines = post.text().lines().toList();
    Deque<Attachment> attachments = new ArrayDeque<>();
    int end = lines.size();
    while (end > 0) {
      Optional<Attachment> last = Attachment.of(lines.get(end - 1), post.mentions());
      if (last.isEmpty()) {
        break;
      }
      attachments.addFirst(last.get());
      end--;
    }
    String text =
        attachments.isEmpty()
            ? post.text()
            : String.join("\n", lines.subList(0, end)).stripTrailing();
    return new Words(
        text, post.contentWarning().orElse(""), List.copyOf(attachments), Optional.empty());
  }

  private static Mention described(Mention mention, List<Attachment> attachments) {
    Mention described = mention;
    for (Attachment attachment : attachments) {
      described = attachment.describe(described);
    }
    return described;
  }
}
