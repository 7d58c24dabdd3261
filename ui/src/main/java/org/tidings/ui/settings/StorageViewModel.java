package org.tidings.ui.settings;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.tidings.feed.index.Byline;
import org.tidings.feed.ref.FeedId;
import org.tidings.feed.upkeep.DiskUse;
import org.tidings.feed.upkeep.Storage;
import org.tidings.feed.upkeep.Storage.FeedSize;
import org.tidings.feed.upkeep.Storage.Shares;
import org.tidings.ui.common.LatestQuery;
import org.tidings.ui.common.Requery;
import org.tidings.ui.settings.StorageView.Share;
import org.tidings.ui.workspace.Workspace;

/// What is on the disk, what pictures may take of it, and giving back what is free. Confined to the
/// screen thread.
final class StorageViewModel implements AutoCloseable {
  private static final int LARGEST = 8;
  private static final Duration LOOK_AGAIN = Duration.ofMillis(500);

  private final Workspace workspace;
  private final ReadOnlyObjectWrapper<Optional<StorageView>> view =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Compacting> compacting =
      new ReadOnlyObjectWrapper<>(new Compacting.Idle());
  private final Requery<StorageView> query;
  private final LatestQuery<DiskUse> walk;
  private Optional<DiskUse> use = Optional.empty();
  private boolean closed;

  /// How it stands with giving back what is free.
  sealed interface Compacting {
    /// Nothing is given back right now.
    record Idle() implements Compacting {}

    /// It is being given back.
    ///
    /// @param left bytes still to be given back
    record UnderWay(long left) implements Compacting {}

    /// It cannot go on now.
    ///
    /// @param why it has to wait, for people
    record Waiting(String why) implements Compacting {}
  }

  /// How far that has come.
  private record Progress(boolean busy, long left, Optional<String> obstacle) {}

  StorageViewModel(Workspace workspace) {
    this.workspace = workspace;
    query =
        new Requery<>(
            workspace.background(),
            () -> this::read,
            read -> view.set(Optional.of(read.withUse(use))),
            workspace.notices()::tell);
    walk = new LatestQuery<>(workspace.background(), this::walked, workspace.notices()::tell);
    lookAtAll();
  }

  /// What the database is full of takes seconds where much is stored.
  private void lookAtAll() {
    query.request();
    walk.ask(() -> storage().use());
  }

  private void walked(DiskUse seen) {
    use = Optional.of(seen);
    query.request();
  }

  /// What is on the disk; empty until it was looked at, which may take a moment.
  ReadOnlyObjectProperty<Optional<StorageView>> viewProperty() {
    return view.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<Compacting> compactingProperty() {
    return compacting.getReadOnlyProperty();
  }

  /// What pictures and other files may take, in bytes.
  long limit() {
    return workspace.environment().preferences().settings().bounds().blobBytes();
  }

  /// Lets them take so much from now on. What is too much goes at once.
  void limit(long bytes) {
    workspace
        .environment()
        .preferences()
        .change(now -> now.withBounds(now.bounds().withBlobBytes(bytes)));
    workspace
        .background()
        .run(
            () -> workspace.feeds().blobs().bound(bytes),
            query::request,
            workspace.notices()::tell);
  }

  /// Gives the disk what is free in the database.
  void compact() {
    workspace.background().run(storage()::compact, this::look, workspace.notices()::tell);
  }

  private void look() {
    if (!closed) {
      workspace
          .background()
          .ask(
              () -> new Progress(storage().isBusy(), storage().left().free(), storage().obstacle()),
              this::show,
              workspace.notices()::tell);
    }
  }

  private void show(Progress now) {
    if (closed) {
      return;
    }
    if (now.busy()) {
      compacting.set(new Compacting.UnderWay(now.left()));
      workspace.background().onScreenAfter(LOOK_AGAIN, this::look);
      return;
    }
    compacting.set(
        now.obstacle().<Compacting>map(Compacting.Waiting::new).orElseGet(Compacting.Idle::new));
    lookAtAll();
  }

  private StorageView read() {
    Shares shares = storage().shares(LARGEST);
    List<FeedSize> sizes = shares.largest();
    Map<FeedId, Byline> names =
        workspace.feeds().profiles().bylines(sizes.stream().map(FeedSize::feed).toList());
    List<Share> largest =
        sizes.stream()
            .map(
                size ->
                    new Share(
                        Objects.requireNonNull(names.get(size.feed())),
                        size.messages(),
                        size.bytes()))
            .toList();
    return new StorageView(
        storage().total(),
        Optional.empty(),
        workspace.feeds().blobs().bytes(),
        largest,
        shares.others());
  }

  private Storage storage() {
    return workspace.feeds().storage();
  }

  @Override
  public void close() {
    closed = true;
    query.close();
    walk.cancel();
  }
}
