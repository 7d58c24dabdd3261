package org.tidings.ui.compose;

import java.util.List;
import java.util.Optional;
import org.tidings.feed.content.Place;
import org.tidings.feed.ref.MessageId;

/// What a text is written for.
///
/// @param root the thread it answers in; empty for a text that starts one
public record Destination(Optional<MessageId> root) {
  /// In a thread where nobody names whom they answer, everybody is a head: some of the newest do.
  private static final int MOST_NAMED = 12;

  /// A post that starts a thread.
  public static Destination newThread() {
    return new Destination(Optional.empty());
  }

  /// A reply in the thread of `root`.
  public static Destination inThread(MessageId root) {
    return new Destination(Optional.of(root));
  }

  /// The name its draft is kept under.
  String draft() {
    return root.map(id -> "thread:" + id).orElse("post");
  }

  /// Where the text will stand, when `heads` are the newest posts of the thread.
  Place after(List<MessageId> heads) {
    return root.map(id -> Place.after(id, heads.isEmpty() ? List.of(id) : newest(heads)))
        .orElse(Place.ROOT);
  }

  private static List<MessageId> newest(List<MessageId> heads) {
    return heads.subList(Math.max(0, heads.size() - MOST_NAMED), heads.size());
  }
}
