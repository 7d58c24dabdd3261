package org.tidings.replication.client;

import java.util.List;
import org.tidings.feed.log.FeedLog;
import org.tidings.feed.log.LogFilter;
import org.tidings.feed.log.StoredMessage;

/// The whole log in order of arrival; the keys are arrival numbers. Thread-safe.
record ArrivalStretch(FeedLog log) implements Stretch {
  @Override
  public long end() {
    return log.lastArrival() + 1;
  }

  @Override
  public List<StoredMessage> up(long from, long to, int limit) {
    return log.oldest(LogFilter.EVERYTHING, from - 1, limit).stream()
        .filter(message -> key(message) < to)
        .toList();
  }

  @Override
  public List<StoredMessage> down(long from, long to, int limit) {
    return log.newest(LogFilter.EVERYTHING, to, limit).stream()
        .filter(message -> key(message) >= from)
        .toList();
  }

  @Override
  public long key(StoredMessage message) {
    return message.arrival().number();
  }

  @Override
  public boolean takes(StoredMessage message) {
    return true;
  }
}
