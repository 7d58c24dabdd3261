package org.tidings.feed.doctor;

import java.util.ArrayList;
import java.util.List;

/// What was looked at, and what came of it.
///
/// @param messages how many were looked at
/// @param damage empty when everything is sound
/// @param done what was done about it, in sentences for people; empty when nothing was
public record Report(long messages, List<Finding> damage, List<String> done) {

  public Report {
    damage = List.copyOf(damage);
    done = List.copyOf(done);
  }

  public boolean isSound() {
    return damage.isEmpty();
  }

  /// The same, and something more that is wrong.
  Report finding(Finding more) {
    List<Finding> all = new ArrayList<>(damage);
    all.add(more);
    return new Report(messages, all, done);
  }

  /// The same, and what was done about it.
  public Report with(List<String> deeds) {
    return new Report(messages, damage, deeds);
  }
}
