package org.tidings.feed.local;

import java.util.Optional;

/// Texts being written, one for each place: a place is any name the window chooses, such as a
/// thread or "new post". Thread-safe.
@SuppressWarnings("DoNotCallSuggester")
public final class Drafts {

  public Optional<String> load(String place) {
    throw new UnsupportedOperationException();
  }

  /// Saves durably; an empty text removes the draft.
  public void save(String place, String text) {
    throw new UnsupportedOperationException();
  }
}
