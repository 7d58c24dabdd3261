package org.tidings.ui.search;

import java.util.List;
import java.util.Optional;
import org.tidings.feed.search.SearchPage;

/// An answer to what was typed.
///
/// @param next where more posts begin; empty when these are all
record Found(List<Finding> findings, Optional<SearchPage.Next> next) {
  Found {
    findings = List.copyOf(findings);
  }
}
