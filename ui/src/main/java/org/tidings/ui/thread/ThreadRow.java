package org.tidings.ui.thread;

import java.util.ArrayList;
import java.util.List;
import org.tidings.feed.index.PostView;
import org.tidings.feed.index.ThreadView;

/// One row of a thread.
public sealed interface ThreadRow {
  /// A post.
  ///
  /// @param opening whether the thread began with it
  record OfPost(PostView post, boolean opening) implements ThreadRow {}

  /// The post the thread began with is not here.
  record OpeningMissing() implements ThreadRow {}

  /// Posts that are left out because their authors are blocked.
  record Hidden(int count) implements ThreadRow {}

  /// The rows of `thread`, from its beginning on.
  static List<ThreadRow> of(ThreadView thread) {
    List<ThreadRow> rows = new ArrayList<>();
    if (thread.opening().isEmpty()) {
      rows.add(new OpeningMissing());
    }
    for (PostView post : thread.posts()) {
      rows.add(new OfPost(post, post.id().equals(thread.root())));
    }
    if (thread.hidden() > 0) {
      rows.add(new Hidden(thread.hidden()));
    }
    return rows;
  }
}
