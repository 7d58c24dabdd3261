package org.tidings.ui.sync;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.tidings.feed.event.Subscription;
import org.tidings.feed.index.Byline;
import org.tidings.feed.ref.FeedId;
import org.tidings.replication.ebt.SyncProgress;
import org.tidings.replication.ebt.SyncProgress.Owed;
import org.tidings.ui.common.Requery;
import org.tidings.ui.workspace.Workspace;

/// How catching up with others goes, while there is enough of it to be told. Confined to the screen
/// thread.
public final class SyncViewModel implements AutoCloseable {
  /// So few messages have come before one could read about them.
  static final int FEW = 20;

  /// So many are named.
  private static final int NAMED = 4;

  private final Workspace workspace;
  private final Supplier<Optional<SyncProgress>> source;
  private final ReadOnlyObjectWrapper<Optional<Syncing>> syncing =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final Requery<Optional<Syncing>> query;
  private final Subscription changes;
  private Optional<SyncProgress> known = Optional.empty();

  public SyncViewModel(Workspace workspace) {
    this(workspace, workspace.replication()::syncProgress);
  }

  SyncViewModel(Workspace workspace, Supplier<Optional<SyncProgress>> source) {
    this.workspace = workspace;
    this.source = source;
    query = workspace.requery(() -> this::read, syncing::set);
    changes = workspace.followReplication(this::look);
    look();
  }

  /// How it goes; empty when we are in step.
  public ReadOnlyObjectProperty<Optional<Syncing>> syncingProperty() {
    return syncing.getReadOnlyProperty();
  }

  /// The network tells of much else, too.
  void look() {
    Optional<SyncProgress> now = source.get();
    if (!now.equals(known)) {
      known = now;
      query.request();
    }
  }

  private Optional<Syncing> read() {
    return source.get().filter(now -> now.messages() >= FEW).map(this::named);
  }

  private Syncing named(SyncProgress now) {
    List<Owed> most = now.from().stream().limit(NAMED).toList();
    Map<FeedId, Byline> names =
        workspace.feeds().profiles().bylines(most.stream().map(Owed::peer).toList());
    return new Syncing(
        now,
        most.stream()
            .flatMap(
                owed ->
                    Optional.ofNullable(names.get(owed.peer()))
                        .map(by -> new Syncing.From(by.name(), owed.messages()))
                        .stream())
            .toList(),
        now.from().size() - most.size());
  }

  @Override
  public void close() {
    changes.close();
    query.close();
  }
}
