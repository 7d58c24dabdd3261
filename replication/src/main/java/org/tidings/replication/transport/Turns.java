package org.tidings.replication.transport;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;

/// How often each of them may come: some at once, then one after a while, and whoever comes sooner
/// waits. As many as may come at once may wait; those beyond are to go. Only of a thousand who came
/// lately is it remembered. Thread-safe.
///
/// @param <K> who they are
public final class Turns<K> {
  private static final int MOST_REMEMBERED = 1_000;

  private final int atOnce;
  private final Duration pace;

  /// When there is nothing behind each any more, the one who came longest ago first.
  private final SequencedMap<K, Patience> lately = new LinkedHashMap<>();

  /// @param atOnce so many in a row do not wait
  /// @param pace one more may come each time that has passed
  public Turns(int atOnce, Duration pace) {
    this.atOnce = atOnce;
    this.pace = pace;
  }

  /// Takes a turn, and says how long to wait for it; empty, and nothing taken, when too many wait
  /// already.
  public synchronized Optional<Duration> take(K who) {
    Patience before = lately.get(who);
    Duration behind = before == null ? Duration.ZERO : before.left();
    Duration wait = behind.minus(pace.multipliedBy(atOnce - 1L));
    if (wait.compareTo(pace.multipliedBy(atOnce)) > 0) {
      return Optional.empty();
    }
    lately.putLast(who, Patience.of(behind.plus(pace)));
    if (lately.size() > MOST_REMEMBERED) {
      lately.pollFirstEntry();
    }
    return Optional.of(wait.isNegative() ? Duration.ZERO : wait);
  }
}
