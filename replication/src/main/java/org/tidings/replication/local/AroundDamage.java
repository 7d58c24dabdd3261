package org.tidings.replication.local;

import java.util.List;
import org.tidings.feed.Feeds;
import org.tidings.feed.log.LogFilter;
import org.tidings.feed.log.StoredMessage;
import org.tidings.feed.store.StoreException;
import org.tidings.feed.store.StoreException.Kind;

/// Reads the whole log in order of arrival, around what the database file does not give any more:
/// the pages that a message lies on may be damaged while others can be read. Confined to one
/// thread.
final class AroundDamage {
  private static final int PAGE = 200;

  private final Feeds feeds;
  private final long newest;
  private long last;
  private int most = PAGE;
  private boolean isTorn;

  AroundDamage(Feeds feeds) {
    this.feeds = feeds;
    this.newest = feeds.log().lastArrival();
  }

  /// Whether something could not be read so far.
  boolean isTorn() {
    return isTorn;
  }

  /// The next messages; none at the end.
  List<StoredMessage> next() {
    List<StoredMessage> page = List.of();
    boolean isMore = true;
    while (page.isEmpty() && isMore) {
      try {
        page = feeds.log().oldest(LogFilter.EVERYTHING, last, most);
        isMore = most < PAGE && last < newest;
        pass(page);
      } catch (StoreException failure) {
        if (failure.kind() != Kind.DAMAGED) {
          throw failure;
        }
        isTorn = true;
        isMore = last < newest;
        narrow();
      }
    }
    return page;
  }

  /// A small page without any message may be of a row that names none.
  private void pass(List<StoredMessage> page) {
    if (page.isEmpty()) {
      last++;
    } else {
      last = page.getLast().arrival().number();
      most = Math.min(PAGE, 2 * most);
    }
  }

  /// Up to the damage messages are read one by one, and then from behind each place in it.
  private void narrow() {
    if (most > 1) {
      most = 1;
    } else {
      last++;
    }
  }
}
