package org.tidings.feed.search;

import java.util.List;
import java.util.Optional;

/// Some of the posts that were found, best first.
///
/// @param next where the next page begins; empty on the last
public record SearchPage(List<SearchHit> hits, Optional<Next> next) {

  static final SearchPage NOTHING = new SearchPage(List.of(), Optional.empty());

  public SearchPage {
    hits = List.copyOf(hits);
  }

  /// The place of a page.
  ///
  /// @param beforeMs the slice of hits it is in: of those written before this time
  /// @param skipped how many of that slice stand before it
  public record Next(long beforeMs, int skipped) {}
}
