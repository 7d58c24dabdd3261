package org.tidings.ui.timeline;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.tidings.feed.index.ThreadSummary;
import org.tidings.feed.index.TimelineKey;
import org.tidings.feed.ref.MessageId;

/// The uppermost threads of home as they are now.
///
/// @param reach down to where these are all
record Topmost(List<ThreadSummary> threads, TimelineKey reach) {
  private static final TimelineKey BOTTOM = new TimelineKey(0, 0);

  /// Reads as many as it takes to reach down to `lowest`, however many have come in above it.
  ///
  /// @param newest reads so many of them, from the uppermost on
  /// @param count how many to begin with
  /// @param most no more are read, even where they do not reach
  static Topmost downTo(
      TimelineKey lowest, int count, int most, IntFunction<List<ThreadSummary>> newest) {
    int asked = count;
    Topmost read = read(asked, newest);
    while (asked < most && !read.reachesDownTo(lowest)) {
      asked = (int) Math.min(most, 2L * asked);
      read = read(asked, newest);
    }
    return asked == count ? read : read.cutBelow(lowest);
  }

  private static Topmost read(int count, IntFunction<List<ThreadSummary>> newest) {
    List<ThreadSummary> threads = newest.apply(count);
    return new Topmost(threads, threads.size() < count ? BOTTOM : threads.getLast().key());
  }

  private Topmost cutBelow(TimelineKey lowest) {
    List<ThreadSummary> cut =
        threads.stream().takeWhile(one -> !lowest.isNewerThan(one.key())).toList();
    return cut.size() == threads.size() ? this : new Topmost(cut, lowest);
  }

  /// Whether there are no others.
  boolean whole() {
    return reach.equals(BOTTOM);
  }

  Map<MessageId, ThreadSummary> byRoot() {
    return threads.stream().collect(Collectors.toMap(ThreadSummary::root, Function.identity()));
  }

  /// Whether a thread at `place` would be among these, if it were still at home.
  boolean reachesDownTo(TimelineKey place) {
    return !reach.isNewerThan(place);
  }
}
