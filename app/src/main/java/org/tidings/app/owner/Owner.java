package org.tidings.app.owner;

import java.io.IOException;
import java.util.Optional;
import org.tidings.app.folder.DataFolder;
import org.tidings.app.folder.FolderLock;
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

  /// Builds everything `start` asks for on a folder we have locked. Nothing of it runs on when this
  /// fails; the lock is given up then, too.
  public static Owner open(DataFolder folder, FolderLock lock, Start start) throws IOException {
    return Wiring.build(folder, lock, start);
  }

  /// Answers commands of others until what this returns is closed, on feeds that were opened for
  /// something else, in a folder we have locked. Where that cannot be nobody is answered.
  public static Lifecycle answering(DataFolder folder, FolderLock lock, Start start, Feeds feeds) {
    return Wiring.answering(folder, lock, start, feeds);
  }

  @Override
  public void close() {
    lifecycle.close();
  }
}
