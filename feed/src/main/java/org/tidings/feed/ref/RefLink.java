package org.tidings.feed.ref;

import java.util.Map;
import java.util.Optional;

/// A reference with the query that may follow it, such as the key of an encrypted blob
/// (`&…=.sha256?unbox=…`). Protocol 1.3.
public record RefLink(Ref ref, Map<String, String> query) {
  public RefLink {
    query = Map.copyOf(query);
  }

  /// Reads an id or `ssb:` URI, with or without a query.
  public static Optional<RefLink> parse(String text) {
    return Optional.empty();
  }
}
