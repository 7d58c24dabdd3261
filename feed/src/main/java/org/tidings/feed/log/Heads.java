package org.tidings.feed.log;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.tidings.feed.message.Head;
import org.tidings.feed.message.Sequence;
import org.tidings.feed.ref.FeedId;

/// The newest message of every feed, in memory. What is committed may be read from any thread; what
/// the running transaction has appended is seen by the writer alone.
final class Heads {

  private final Map<FeedId, Head> committed = new ConcurrentHashMap<>();
  private final Map<FeedId, Optional<Head>> appended = new HashMap<>();
  private final AtomicLong messages = new AtomicLong();

  /// As committed.
  Optional<Head> of(FeedId feed) {
    return Optional.ofNullable(committed.get(feed));
  }

  Map<FeedId, Sequence> all() {
    Map<FeedId, Sequence> all = HashMap.newHashMap(committed.size());
    committed.forEach((feed, head) -> all.put(feed, head.sequence()));
    return all;
  }

  /// Feeds have no holes: they hold as many messages as their sequences say.
  long messages() {
    return messages.get();
  }

  int feeds() {
    return committed.size();
  }

  /// As the running transaction sees it.
  Optional<Head> tip(FeedId feed) {
    Optional<Head> head = appended.get(feed);
    return head == null ? of(feed) : head;
  }

  void append(FeedId feed, Head head) {
    appended.put(feed, Optional.of(head));
  }

  /// The feed ends there once the running transaction is committed, or is gone.
  void set(FeedId feed, Optional<Head> head) {
    appended.put(feed, head);
  }

  void commit() {
    appended.forEach(this::end);
    appended.clear();
  }

  void rollBack() {
    appended.clear();
  }

  void put(FeedId feed, Head head) {
    end(feed, Optional.of(head));
  }

  /// The feed ends there now, or is gone.
  void end(FeedId feed, Optional<Head> head) {
    Head before = head.isPresent() ? committed.put(feed, head.get()) : committed.remove(feed);
    long held = before == null ? 0 : before.sequence().value();
    messages.addAndGet(head.map(now -> now.sequence().value()).orElse(0L) - held);
  }
}
