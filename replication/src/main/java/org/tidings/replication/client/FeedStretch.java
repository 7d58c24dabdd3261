package org.tidings.replication.client;

import java.util.List;
import org.tidings.feed.log.FeedLog;
import org.tidings.feed.log.StoredMessage;
import org.tidings.feed.message.Sequence;
import org.tidings.feed.ref.FeedId;

/// One feed; the keys are sequences. Thread-safe.
record FeedStretch(FeedLog log, FeedId feed) implements Stretch {
  @Override
  public long end() {
    return 1 + log.headSequence(feed);
  }

  @Override
  public List<StoredMessage> up(long from, long to, int limit) {
    long first = Math.max(1, from);
    long count = Math.min(limit, Math.min(to, end()) - first);
    return count < 1 ? List.of() : log.range(feed, new Sequence(first), (int) count);
  }

  @Override
  public List<StoredMessage> down(long from, long to, int limit) {
    long last = Math.min(to, end());
    return up(Math.max(from, last - limit), last, limit).reversed();
  }

  @Override
  public long key(StoredMessage message) {
    return message.sequence().value();
  }

  @Override
  public boolean takes(StoredMessage message) {
    return message.author().equals(feed);
  }
}
