package org.tidings.feed.index;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/// Fills a page of a list by time, although somebody whom we block or mute may have filled the
/// list: a few times as many rows as are asked for are looked at first, and where too few of them
/// are heard, the newest of each who is heard are read instead. So it costs the same however much
/// is left out. Stateless.
public final class HeardPage {

  /// For each row that is asked for, so many are looked at first.
  private static final int WINDOW = 10;

  private static final TimelineKey BOTTOM = new TimelineKey(Long.MIN_VALUE, 0);

  private HeardPage() {}

  /// At most `limit` of those heard, newest first.
  ///
  /// @param floor where so many rows further down the list stands, heard or not; empty where it
  ///     ends before
  /// @param newest those heard down to there
  /// @param newestOfEach those heard, found by who they are from
  public static <T> List<T> of(
      int limit,
      IntFunction<Optional<TimelineKey>> floor,
      Function<TimelineKey, List<T>> newest,
      Supplier<List<T>> newestOfEach) {
    Optional<TimelineKey> end = floor.apply(WINDOW * limit);
    List<T> page = newest.apply(end.orElse(BOTTOM));
    return page.size() == limit || end.isEmpty() ? page : newestOfEach.get();
  }
}
