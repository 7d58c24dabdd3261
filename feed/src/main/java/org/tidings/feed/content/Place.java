package org.tidings.feed.content;

import java.util.List;
import java.util.Optional;
import org.tidings.feed.ref.MessageId;

/// Where a post or vote stands among threads. Protocol 10.1 and 10.6.
///
/// @param root the first message of the thread; empty for a post that starts one
/// @param branch the newest messages of the thread the author knew of
/// @param fork the message a sub-thread departs from
public record Place(Optional<MessageId> root, List<MessageId> branch, Optional<MessageId> fork) {
  /// Outside of any thread: a post here starts one.
  public static final Place ROOT = new Place(Optional.empty(), List.of(), Optional.empty());

  public Place {
    branch = List.copyOf(branch);
  }

  /// In the thread of `root`, after its newest messages.
  public static Place after(MessageId root, List<MessageId> branch) {
    return new Place(Optional.of(root), branch, Optional.empty());
  }

  /// Whether a post here starts a thread.
  public boolean isRoot() {
    return root.isEmpty() && fork.isEmpty();
  }
}
