package org.tidings.app.owner;

import java.io.IOException;
import org.tidings.app.folder.DataFolder;
import org.tidings.app.folder.FolderException;
import org.tidings.app.folder.Instance;
import org.tidings.feed.ref.FeedId;
import org.tidings.replication.local.LocalClient;
import org.tidings.replication.local.LocalNode;

/// A way to give commands to a data folder: as its owner, or through the process that owns it.
public sealed interface Access extends AutoCloseable {

  /// Takes the commands.
  LocalNode node();

  /// Whose folder it is.
  FeedId id();

  @Override
  void close();

  /// The folder is ours.
  record Owned(Owner owner) implements Access {
    @Override
    public LocalNode node() {
      return owner.node();
    }

    @Override
    public FeedId id() {
      return owner.feeds().identity().id();
    }

    @Override
    public void close() {
      owner.close();
    }
  }

  /// Another process owns the folder and answers.
  record Attached(LocalClient client, FeedId id, Instance instance) implements Access {
    @Override
    public LocalNode node() {
      return client;
    }

    @Override
    public void close() {
      client.close();
    }
  }

  /// Whichever is to be had. An owner that is just starting, ending, or busy with one command is
  /// waited for.
  static Access to(DataFolder folder, Start start)
      throws FolderException, IOException, InterruptedException {
    Door door = Door.of(folder);
    boolean isReading = start.reach() instanceof Start.Reach.Reading;
    return switch (isReading ? door.enterToRead() : door.enter()) {
      case Door.Way.Free(var lock) -> new Owned(Owner.open(folder, lock, start));
      case Door.Way.Taken(var attached) -> attached;
    };
  }
}
