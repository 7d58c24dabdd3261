package org.tidings.ui.settings;

import java.util.List;
import java.util.Optional;
import org.tidings.feed.index.Byline;
import org.tidings.feed.upkeep.DiskUse;
import org.tidings.feed.upkeep.Storage;

/// What is on the disk, and whose it is.
///
/// @param file what the database takes, in bytes
/// @param use what it is full of; empty until that was looked at
/// @param blobs what pictures and other files take, in bytes
/// @param largest those whose messages take most, the most first
/// @param others what all the others have, in sum
record StorageView(
    Storage.Total file,
    Optional<DiskUse> use,
    long blobs,
    List<Share> largest,
    Storage.Sum others) {
  StorageView {
    largest = List.copyOf(largest);
  }

  /// What one feed takes.
  record Share(Byline by, long messages, long bytes, Fate fate) {}

  /// What may become of it.
  enum Fate {
    /// It is our own.
    STAYS,
    /// It can be removed.
    REMOVABLE,
    /// It is being removed.
    GOING
  }

  StorageView withUse(Optional<DiskUse> seen) {
    return new StorageView(file, seen, blobs, largest, others);
  }

  /// All of it, in bytes.
  long bytes() {
    return file.bytes() + blobs;
  }
}
