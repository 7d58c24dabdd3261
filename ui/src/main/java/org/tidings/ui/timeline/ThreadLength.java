package org.tidings.ui.timeline;

import static org.tidings.feed.index.ThreadSummary.MANY;

import java.util.Optional;
import org.tidings.feed.index.ThreadSummary;
import org.tidings.ui.common.Texts;

/// How much there is of a thread besides what is shown of it, in words. Stateless.
final class ThreadLength {
  private ThreadLength() {}

  /// What leads to the replies before those shown, if there are any.
  static Optional<String> earlier(ThreadSummary thread) {
    int earlier = Math.min(thread.counts().replies() - thread.newest().size(), MANY);
    return words("timeline.earlier", earlier, thread.counts().isMore());
  }

  /// What is new in it, if anything is.
  static Optional<String> unread(ThreadSummary thread) {
    int unread = thread.counts().unread();
    return words("timeline.unread", Math.min(unread, MANY), unread > MANY);
  }

  private static Optional<String> words(String key, int count, boolean isMore) {
    if (count <= 0) {
      return Optional.empty();
    }
    return Optional.of(isMore ? Texts.atLeast(key, count) : Texts.of(key, count));
  }
}
