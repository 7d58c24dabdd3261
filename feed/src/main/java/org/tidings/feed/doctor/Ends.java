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
/// SQL index of their places, which is kept on other pages. In each of them a bit may have flipped
/// in the number of a place: that nothing of our own feed is missing is believed only where all say
/// so, and that messages are missing only where no sound message shows that it is not so. Confined
/// to one thread.
final class Ends {

  private static final String HERE =
      "SELECT f.feed, f.id, count(m.sequence) FROM feeds f LEFT JOIN messages m USING (feed)"
          + " GROUP BY f.feed";

  private static final String OWN =
      "SELECT f.feed, coalesce(max(m.sequence), 0) FROM gate JOIN feeds f ON f.id = gate.feed"
          + " LEFT JOIN messages m ON m.feed = f.feed GROUP BY f.feed";

  private static final String IS_HERE = "SELECT 1 FROM messages WHERE arrival = ?";

  /// By whatever says so, also where it may be damaged.
  private final Map<Long, Long> claimed = new HashMap<>();

  /// As far as nothing sound says otherwise.
  private final Map<Long, Long> known = new HashMap<>();

  private final Map<Long, Long> ofIndex = new HashMap<>();
  private boolean isIndexWhole;

  /// Our own feed as it is now, by its number.
  private record Own(long feed, long last) {}

  /// Asks the messages that were carried over, and the index of the damaged file.
  ///
  /// @param unsound the arrival numbers of those messages that are not what was signed
  static Ends of(Tx tx, Set<Long> unsound, Wreck wreck) {
    Ends ends = new Ends();
    tx.each(
        "SELECT feed, sequence, arrival FROM messages",
        row -> ends.addMessage(row.number(1), row.number(2), !unsound.contains(row.number(3))));
    ends.isIndexWhole = wreck.places(place -> ends.addPlace(tx, unsound, place));
    return ends;
  }

  private void addMessage(long feed, long sequence, boolean isSound) {
    see(claimed, feed, sequence);
    if (isSound) {
      see(known, feed, sequence);
    }
  }

  /// A sound message that is said to be in another place than it is was counted where it is.
  private void addPlace(Tx tx, Set<Long> unsound, @Nullable Object[] place) {
    if (place[0] instanceof Number feed
        && place[1] instanceof Number sequence
        && place[2] instanceof Number arrival) {
      see(claimed, feed.longValue(), sequence.longValue());
      see(ofIndex, feed.longValue(), sequence.longValue());
      boolean isOfSound =
          !unsound.contains(arrival.longValue())
              && tx.one(IS_HERE, row -> true, arrival.longValue()).isPresent();
      if (!isOfSound) {
        see(known, feed.longValue(), sequence.longValue());
      }
    }
  }

  private static void see(Map<Long, Long> ends, long feed, long sequence) {
    ends.merge(feed, sequence, Math::max);
  }

  /// Whether a feed ends with this sequence by the index of the damaged file alone.
  boolean isLastOfIndex(long feed, long sequence) {
    return isIndexWhole && ofIndex.getOrDefault(feed, 0L) == sequence;
  }

  /// Up to where our own feed reached, as far as is known.
  long ofOwn(Tx tx) {
    return tx.one(OWN, row -> known.getOrDefault(row.number(1), 0L)).orElse(0L);
  }

  /// Whether our own feed ends here where messages and index both say that it ended, so that
  /// nothing is missing but what leaves holes in it.
  boolean proveOwn(Tx tx) {
    Set<Long> feeds = new HashSet<>(tx.list("SELECT feed FROM feeds", row -> row.number(1)));
    return isIndexWhole
        && feeds.containsAll(claimed.keySet())
        && tx.one(OWN, row -> new Own(row.number(1), row.number(2)))
            .map(own -> own.last == claimed.getOrDefault(own.feed, 0L))
            .orElse(true);
  }

  /// How many messages of which feeds are not here, as far as is known.
  Map<FeedId, Long> missing(Tx tx) {
    Map<FeedId, Long> missing = new LinkedHashMap<>();
    tx.each(
        HERE,
        row -> {
          long lacks = known.getOrDefault(row.number(1), 0L) - row.number(3);
          if (lacks > 0) {
            missing.put(FeedId.of(row.bytes(2)), lacks);
          }
        });
    return missing;
  }
}
