package org.tidings.replication.peer;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.tidings.feed.ref.FeedId;

/// How replication goes on one connection, in messages. Thread-safe: protocols count, people look.
public final class Progress {
  /// A peer that sends rubbish about more feeds than that is not worth a longer list.
  private static final int MOST_REFUSED = 50;

  private final AtomicLong received = new AtomicLong();
  private final AtomicLong sent = new AtomicLong();
  private volatile long missing;
  private volatile boolean toldOfOurs;
  private final Map<FeedId, RefusedFeed> refused =
      Collections.synchronizedMap(new LinkedHashMap<>());

  /// What it came to at one moment.
  ///
  /// @param received messages this peer sent us
  /// @param sent messages we sent it
  /// @param missing messages it has said to have and we still lack
  /// @param refused feeds we no longer take from it, at most fifty
  public record Snapshot(long received, long sent, long missing, List<RefusedFeed> refused) {
    /// Whether messages are still to come.
    public boolean isSyncing() {
      return missing > 0;
    }
  }

  /// A message came.
  public void received() {
    received.incrementAndGet();
  }

  /// A message was sent.
  public void sent() {
    sent.incrementAndGet();
  }

  /// The peer has told how far it holds our own feed.
  void toldOfOurs() {
    toldOfOurs = true;
  }

  /// Whether the peer has told, on this connection, how far it holds our own feed.
  boolean hasToldOfOurs() {
    return toldOfOurs;
  }

  /// How many messages the peer has that we want and lack, by its last notes.
  public void missing(long messages) {
    missing = Math.max(0, messages);
  }

  /// A feed is not taken from this peer any more.
  public void refused(RefusedFeed feed) {
    if (refused.size() < MOST_REFUSED) {
      refused.putIfAbsent(feed.feed(), feed);
    }
  }

  public Snapshot now() {
    synchronized (refused) {
      return new Snapshot(received.get(), sent.get(), missing, List.copyOf(refused.values()));
    }
  }
}
