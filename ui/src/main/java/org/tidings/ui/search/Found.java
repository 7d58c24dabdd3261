package org.tidings.ui.search;

import java.util.List;
import java.util.Optional;
import org.tidings.feed.search.SearchPage;
import org.tidings.feed.search.Unclear;

/// An answer to what was typed.
///
/// @param next where more posts begin; empty when these are all
/// @param unclear why no posts were looked for
/// @param isBehind whether older posts cannot be found yet
record Found(
    List<Finding> findings,
    Optional<SearchPage.Next> next,
    Optional<Unclear> unclear,
    boolean isBehind) {
  /// All there is to something understood.
  Found(List<Finding> findings) {
    this(findings, Optional.empty(), Optional.empty(), false);
  }

  Found {
    findings = List.copyOf(findings);
  }

  Outcome outcome() {
    return findings.isEmpty()
        ? unclear.<Outcome>map(Outcome.Misread::new).orElseGet(() -> new Outcome.Nothing(isBehind))
        : new Outcome.Some(isBehind);
  }
}
