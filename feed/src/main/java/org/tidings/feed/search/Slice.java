package org.tidings.feed.search;

import java.util.List;
import java.util.Optional;
import org.tidings.feed.index.PostReader.Said;
import org.tidings.feed.index.TimelineKey;

/// The newest posts that fit, to be ranked together.
///
/// @param older the place behind which older ones are left; empty where none are
record Slice(List<Said> found, Optional<TimelineKey> older) {

  /// So many posts at most.
  static final int LARGEST = 100;

  Slice {
    found = List.copyOf(found);
  }
}
