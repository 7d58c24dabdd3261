package org.tidings.ui.settings;

import java.util.List;
import java.util.Optional;
import org.tidings.feed.upkeep.Ring;

/// What it costs to fetch feeds up to some distance, our own aside.
///
/// @param people how many feeds there are; nobody knows where those between are not here
/// @param here whether all of it is known because it is here; otherwise it is reckoned from the
///     others
record Cost(Optional<Long> people, long messages, long bytes, boolean here) {

  /// What it costs within so many hops.
  ///
  /// @param rings by distance, ourselves first, each one hop further than the one before it
  static Cost within(int hops, List<Ring> rings) {
    int farthest = rings.isEmpty() ? 0 : rings.getLast().hops();
    if (hops > farthest) {
      return new Cost(Optional.empty(), 0, 0, false);
    }
    Cost sum = new Cost(Optional.of(0L), 0, 0, true);
    Ring known = new Ring(0, 0, 0, 0, 0);
    for (Ring ring : rings) {
      if (ring.hops() > 0 && ring.hops() <= hops) {
        known = ring.held() > 0 ? ring : known;
        sum = sum.plus(ring, known);
      }
    }
    return sum;
  }

  /// Of feeds of which nothing is here yet, as much is expected as of others as far, or nearer.
  private Cost plus(Ring ring, Ring known) {
    long missing = ring.feeds() - ring.held();
    double each = known.held() == 0 ? 0 : (double) missing / known.held();
    return new Cost(
        people.map(nearer -> nearer + ring.feeds()),
        messages + ring.messages() + Math.round(each * known.messages()),
        bytes + ring.bytes() + Math.round(each * known.bytes()),
        here && missing == 0);
  }
}
