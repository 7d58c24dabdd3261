package org.tidings.feed.ref;

import java.util.List;

/// Finds references in running text. Stateless, thread-safe.
public final class RefExtractor {
  private RefExtractor() {}

  /// The references in `text`, in order, repeated as they are.
  public static List<Ref> refs(String text) {
    return List.of();
  }
}
