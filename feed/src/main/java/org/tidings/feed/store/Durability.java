package org.tidings.feed.store;

/// How sure a commit must be before it returns.
public enum Durability {
  /// On disk, even if the power fails the next moment.
  FULL,
  /// Consistent after a crash, but the newest commits may be gone after a power failure: for bulk
  /// that peers will send again.
  NORMAL
}
