package org.tidings.ui.timeline;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.tidings.feed.index.ThreadSummary;
import org.tidings.feed.ref.MessageId;

/// The uppermost threads of home as they are now.
///
/// @param whole whether there are no others
record Topmost(List<ThreadSummary> threads, boolean whole) {

  Map<MessageId, ThreadSummary> byRoot() {
    return threads.stream().collect(Collectors.toMap(ThreadSummary::root, Function.identity()));
  }

  /// Whether a thread at the place of `shown` would be among these, if it were still at home.
  boolean reachesDownTo(ThreadSummary shown) {
    return whole || !threads.getLast().key().isNewerThan(shown.key());
  }
}
