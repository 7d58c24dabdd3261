package org.tidings.app.owner;

import java.util.Optional;
import org.tidings.app.folder.DataFolder;
import org.tidings.feed.Feeds;
import org.tidings.replication.Replication;
import org.tidings.replication.local.OwnerNode;

/// A data folder that is ours, and what runs on it. Thread-safe.
///
/// @param replication absent where one command works on the store alone
/// @param node the commands
public record Owner(
    DataFolder folder,
    Feeds feeds,
    Optional<Replication> replication,
    OwnerNode node,
    Lifecycle lifecycle)
    implements AutoCloseable {

  @Override
  public void close() {
    lifecycle.close();
  }
}
