package org.tidings.replication.peer;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.tidings.feed.ref.FeedId;

/// How replication goes on one connection, in messages. Thread-safe: protocols count, people look.
public final class Progress {
  /// A peer that sends rubbish about more feeds than that is not worth a longer list.
  private static final int MOST_REFUSED = 50;

  /// So many more messages may be none that can be taken than good ones came between them.
  private static final int MOST_BAD = 50;

  private static final long UNTOLD = -1;

  private final AtomicLong received = new AtomicLong();
  private final AtomicLong sent = new AtomicLong();
  private final AtomicInteger bad = new AtomicInteger();
  private final AtomicLong allBad = new AtomicLong();
  private volatile long missing;
  private volatile boolean begun;
  private volatile boolean brought;
  private volatile boolean toldOfOurs;
  private final AtomicLong ours = new AtomicLong(UNTOLD);
  private volatile long sentOfOurs;
  private final Map<FeedId, RefusedFeed> refused =
      Collections.synchronizedMap(new LinkedHashMap<>());

  /// What it came to at one moment.
  ///
  /// @param received messages this peer sent us
  /// @param sent messages we sent it
  /// @param missing messages it has said to have and we still lack
  /// @param begun whether the peer has said what it has, or turned out not to say that
  /// @param refused feeds we no longer take from it, at most fifty
  public record Snapshot(
      long received, long sent, long missing, boolean begun, List<RefusedFeed> refused) {
    /// Whether messages are still to come.
    public boolean isSyncing() {
      return missing > 0;
    }
  }

  /// A message came.
  public void received() {
    received.incrementAndGet();
  }

  /// A message that came was good, and is stored, which makes up for one that was not.
  public void good() {
    brought = true;
    bad.updateAndGet(count -> Math.max(0, count - 1));
  }

  /// A blob came, or a part of one with which it goes on another time.
  public void broughtOfBlob() {
    brought = true;
  }

  /// Whether anything came that is kept.
  public boolean hasBrought() {
    return brought;
  }

  /// A message that came was not to be taken, by whatever way it came. Returns whether that is one
  /// too many: nobody honest sends as many, and the connection is to end.
  boolean bad() {
    allBad.incrementAndGet();
    return bad.incrementAndGet() >= MOST_BAD;
  }

  /// How many that came were not to be taken, whatever good ones came between them.
  public long allBad() {
    return allBad.get();
  }

  /// A message was sent.
  public void sent() {
    sent.incrementAndGet();
  }

  /// A message of our own feed was sent.
  void sentOfOurs(long sequence) {
    sentOfOurs = sequence;
  }

  /// The last message of our own feed that was sent, 0 for none.
  long sentOfOurs() {
    return sentOfOurs;
  }

  /// The peer has told how far it holds our own feed.
  void toldOfOurs() {
    toldOfOurs = true;
  }

  /// Whether the peer has told, on this connection, how far it holds our own feed.
  boolean hasToldOfOurs() {
    return toldOfOurs;
  }

  /// The peer holds our own feed that far, and tells when that changes.
  void tellsOfOurs(long sequence) {
    ours.set(sequence);
  }

  /// The peer has got a message of ours, or sent it.
  public void holdsOurs(long sequence) {
    ours.updateAndGet(held -> held == UNTOLD ? UNTOLD : Math.max(held, sequence));
  }

  /// The peer may come to hold more of ours and not tell.
  void tellsNoMoreOfOurs() {
    ours.set(UNTOLD);
  }

  /// How far the peer holds our own feed, while it tells of every change.
  OptionalLong ours() {
    long held = ours.get();
    return held == UNTOLD ? OptionalLong.empty() : OptionalLong.of(held);
  }

  /// How many messages the peer has that we want and lack, by its last notes.
  public void missing(long messages) {
    missing = Math.max(0, messages);
  }

  /// The peer has said what it has, or turned out not to say that.
  public void begun() {
    begun = true;
  }

  /// A feed is not taken from this peer any more.
  void refused(RefusedFeed feed) {
    if (refused.size() < MOST_REFUSED) {
      refused.putIfAbsent(feed.feed(), feed);
    }
  }

  public Snapshot now() {
    synchronized (refused) {
      return new Snapshot(
          received.get(), sent.get(), missing, begun, List.copyOf(refused.values()));
    }
  }
}
