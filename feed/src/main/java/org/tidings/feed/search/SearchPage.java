package org.tidings.feed.search;

import java.util.List;
import java.util.Optional;
import org.tidings.feed.index.TimelineKey;

/// Some of the posts that were found, best first.
///
/// @param next where the next page begins; empty on the last
/// @param unclear why the query could not be answered; nothing was found then
public record SearchPage(List<SearchHit> hits, Optional<Next> next, Optional<Unclear> unclear) {

  static final SearchPage NOTHING = new SearchPage(List.of(), Optional.empty(), Optional.empty());

  public SearchPage {
    hits = List.copyOf(hits);
  }

  /// The place of a page. Whatever comes in meanwhile, nothing is shown twice and nothing left out.
  ///
  /// @param ranked arrival numbers of hits that were ranked together with those before, best first
  /// @param after the key of the oldest of them, where older hits are left; empty where none are
  public record Next(List<Long> ranked, Optional<TimelineKey> after) {

    static final Next FIRST = new Next(List.of(), Optional.of(TimelineKey.TOP));

    public Next {
      ranked = List.copyOf(ranked);
    }

    /// The place so many hits further on.
    Optional<Next> beyond(int hits) {
      Next rest = new Next(ranked.subList(hits, ranked.size()), after);
      return Optional.of(rest).filter(next -> !next.ranked.isEmpty() || after.isPresent());
    }
  }
}
