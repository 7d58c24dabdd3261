package org.tidings.ui.timeline;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.tidings.feed.index.ThreadSummary;
import org.tidings.feed.index.TimelineKey;
import org.tidings.feed.ref.MessageId;

/// The threads a person sees at home, each in the place where it was when they came. Confined to
/// the screen thread.
final class ShownThreads {
  private final ObservableList<ThreadSummary> threads = FXCollections.observableArrayList();
  private TimelineKey top = new TimelineKey(0, 0);

  ObservableList<ThreadSummary> list() {
    return threads;
  }

  /// Shows these, each in the place it has now.
  void replace(List<ThreadSummary> fresh) {
    top = fresh.isEmpty() ? new TimelineKey(0, 0) : fresh.getFirst().key();
    if (!threads.equals(fresh)) {
      threads.setAll(fresh);
    }
  }

  /// Brings what is shown up to date in its places. What is gone from home goes from here as well,
  /// and what was below moves up.
  void update(Topmost topmost) {
    Map<MessageId, ThreadSummary> now = topmost.byRoot();
    TimelineKey bottom = bottom();
    threads.removeIf(shown -> !now.containsKey(shown.root()) && topmost.reachesDownTo(shown.key()));
    threads.replaceAll(shown -> now.getOrDefault(shown.root(), shown));
    append(topmost.threads().stream().filter(one -> bottom.isNewerThan(one.key())).toList());
  }

  /// Continues downwards; a thread that is further up already is not shown twice.
  void append(List<ThreadSummary> page) {
    Set<MessageId> shown = roots();
    threads.addAll(page.stream().filter(thread -> !shown.contains(thread.root())).toList());
  }

  private Set<MessageId> roots() {
    return threads.stream().map(ThreadSummary::root).collect(Collectors.toSet());
  }

  /// How many of `fresh` have had activity since all were put in their places, or have come in
  /// between those since: what was written long ago may come late.
  int countNewer(List<ThreadSummary> fresh) {
    TimelineKey bottom = bottom();
    Set<MessageId> shown = roots();
    return (int)
        fresh.stream()
            .filter(
                thread ->
                    isNewer(thread)
                        || (!shown.contains(thread.root()) && thread.key().isNewerThan(bottom)))
            .count();
  }

  /// Whether `thread` has had activity since all were put in their places.
  boolean isNewer(ThreadSummary thread) {
    return thread.key().isNewerThan(top);
  }

  /// The place of the lowest thread, wherever it is shown.
  TimelineKey bottom() {
    return threads.stream()
        .map(ThreadSummary::key)
        .max(TimelineKey.NEWEST_FIRST)
        .orElse(TimelineKey.TOP);
  }
}
