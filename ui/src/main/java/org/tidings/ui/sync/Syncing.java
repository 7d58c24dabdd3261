package org.tidings.ui.sync;

import java.util.List;
import org.tidings.replication.ebt.SyncProgress;

/// How catching up goes, with the names of those it comes from.
///
/// @param from the few who owe most
/// @param others how many owe something besides
public record Syncing(SyncProgress progress, List<From> from, int others) {
  public Syncing {
    from = List.copyOf(from);
  }

  /// Somebody from whom messages are still to come.
  public record From(String name, long messages) {}

  /// The part of all messages that is done, from 0 to 1.
  public double share() {
    return (double) progress.messagesDone() / progress.messages();
  }
}
