package org.tidings.feed.doctor;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tidings.feed.ref.FeedId;
import org.tidings.feed.store.Tx;

/// Up to where the feeds in a damaged file reach by whatever still says so: its messages, and the
/// SQL index of their places, which is kept on other pages. Confined to one thread.
final class Ends {

  private static final String HERE =
      "SELECT f.feed, f.id, count(m.sequence) FROM feeds f LEFT JOIN messages m USING (feed)"
          + " GROUP BY f.feed";

  private static final String OWN =
      "SELECT f.feed, coalesce(max(m.sequence), 0) FROM gate JOIN feeds f ON f.id = gate.feed"
          + " LEFT JOIN messages m ON m.feed = f.feed GROUP BY f.feed";

  private final Map<Long, Long> ends = new HashMap<>();
  private Map<Long, Long> ofIndex = Map.of();
  private boolean isIndexWhole;

  /// Our own feed as it is now, by its number.
  private record Own(long feed, long last) {}

  /// Takes in what the index of the damaged file says.
  void addIndex(Wreck wreck) {
    isIndexWhole = wreck.places(this::add);
    ofIndex = Map.copyOf(ends);
  }

  /// Whether a feed ends with this sequence by the index of the damaged file alone.
  boolean isLastOfIndex(long feed, long sequence) {
    return isIndexWhole && ofIndex.getOrDefault(feed, 0L) == sequence;
  }

  /// Takes in the messages that were carried over.
  void addMessages(Tx tx) {
    tx.each(
        "SELECT feed, max(sequence) FROM messages GROUP BY feed",
        row -> see(row.number(1), row.number(2)));
  }

  private void add(@Nullable Object[] place) {
    if (place[0] instanceof Number feed && place[1] instanceof Number sequence) {
      see(feed.longValue(), sequence.longValue());
    }
  }

  private void see(long feed, long sequence) {
    ends.merge(feed, sequence, Math::max);
  }

  /// Up to where our own feed reached, as far as is known.
  long ofOwn(Tx tx) {
    return tx.one(OWN, row -> ends.getOrDefault(row.number(1), 0L)).orElse(0L);
  }

  /// Whether our own feed ends here where messages and index both say that it ended, so that
  /// nothing is missing but what leaves holes in it.
  boolean proveOwn(Tx tx) {
    Set<Long> known = new HashSet<>(tx.list("SELECT feed FROM feeds", row -> row.number(1)));
    return isIndexWhole
        && known.containsAll(ends.keySet())
        && tx.one(OWN, row -> new Own(row.number(1), row.number(2)))
            .map(own -> own.last == ends.getOrDefault(own.feed, 0L))
            .orElse(true);
  }

  /// How many messages of which feeds are not here, as far as is known.
  Map<FeedId, Long> missing(Tx tx) {
    Map<FeedId, Long> missing = new LinkedHashMap<>();
    tx.each(
        HERE,
        row -> {
          long lacks = ends.getOrDefault(row.number(1), 0L) - row.number(3);
          if (lacks > 0) {
            missing.put(FeedId.of(row.bytes(2)), lacks);
          }
        });
    return missing;
  }
}
