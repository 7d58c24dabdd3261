package org.tidings.ui.settings;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import org.tidings.feed.event.FeedEvent;
import org.tidings.feed.event.Subscription;
import org.tidings.feed.index.Byline;
import org.tidings.feed.ref.FeedId;
import org.tidings.feed.told.Told;
import org.tidings.feed.upkeep.DiskUse;
import org.tidings.feed.upkeep.Storage;
import org.tidings.feed.upkeep.Storage.FeedSize;
import org.tidings.feed.upkeep.Storage.Left;
import org.tidings.feed.upkeep.Storage.Shares;
import org.tidings.ui.common.EngineWords;
import org.tidings.ui.common.LatestQuery;
import org.tidings.ui.common.Requery;
import org.tidings.ui.settings.StorageView.Fate;
import org.tidings.ui.settings.StorageView.Share;
import org.tidings.ui.workspace.Removal;
import org.tidings.ui.workspace.Workspace;

/// What is on the disk, what pictures may take of it, and giving back what is not needed. Confined
/// to the screen thread.
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
  private final Removal removal;
  private final Subscription events;
  private Optional<DiskUse> use = Optional.empty();
  private boolean closed;

  /// How it stands with giving back what is free.
  sealed interface Compacting {
    /// Nobody asked for it.
    record Idle() implements Compacting {}

    /// It is being given back.
    ///
    /// @param left bytes still to be given back
    record UnderWay(long left) implements Compacting {}

    /// The database is written anew, without what it does not need.
    record Packing() implements Compacting {}

    /// It was given back.
    ///
    /// @param bytes how much that was
    record Done(long bytes) implements Compacting {}

    /// It cannot go on now, or was not done.
    ///
    /// @param why it has to wait, for people
    record Waiting(String why) implements Compacting {}
  }

  /// How far that has come.
  private record Progress(boolean busy, boolean packing, Left left, Optional<Told> obstacle) {}

  StorageViewModel(Workspace workspace) {
    this.workspace = workspace;
    query = workspace.requery(() -> this::read, read -> view.set(Optional.of(read.withUse(use))));
    walk = new LatestQuery<>(workspace.background(), this::walked, workspace.notices()::tell);
    removal = new Removal(workspace, query::request);
    events = workspace.follow(FeedEvent.FeedDropped.class::isInstance, this::lookAtAll);
    lookAtAll();
  }

  /// Removes what somebody else wrote, once the person has said so.
  void remove(FeedId feed) {
    removal.ask(feed);
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
  ObservableValue<Long> limit() {
    return workspace
        .environment()
        .preferences()
        .settingsProperty()
        .map(now -> now.bounds().blobBytes());
  }

  /// Lets them take so much from now on. What is too much goes at once.
  void limit(long bytes) {
    workspace
        .environment()
        .preferences()
        .change(now -> now.withBounds(now.bounds().withBlobBytes(bytes)));
    workspace
        .background()
        .inTurn(
            () -> workspace.feeds().blobs().bound(bytes),
            query::request,
            workspace.notices()::tell);
  }

  /// Gives the disk what the database does not need.
  void compact() {
    workspace.background().ask(this::begin, this::look, workspace.notices()::tell);
  }

  /// Answers what it took before.
  private long begin() {
    long before = storage().total().bytes();
    storage().compact();
    return before;
  }

  private void look(long before) {
    if (!closed) {
      workspace
          .background()
          .ask(this::progress, now -> show(now, before), workspace.notices()::tell);
    }
  }

  private Progress progress() {
    boolean isBusy = storage().isBusy();
    return new Progress(
        isBusy,
        storage().isPacking(),
        storage().left(),
        storage().obstacle().or(storage()::refusal));
  }

  private void show(Progress now, long before) {
    if (closed) {
      return;
    }
    if (now.busy()) {
      compacting.set(
          now.packing() && now.left().free() == 0
              ? new Compacting.Packing()
              : new Compacting.UnderWay(now.left().free()));
      workspace.background().onScreenAfter(LOOK_AGAIN, () -> look(before));
      return;
    }
    compacting.set(
        now.obstacle()
            .<Compacting>map(why -> new Compacting.Waiting(EngineWords.of(why)))
            .orElseGet(() -> new Compacting.Done(before - now.left().file())));
    lookAtAll();
  }

  private StorageView read() {
    Shares shares = storage().shares(LARGEST);
    List<FeedSize> sizes = shares.largest();
    Set<FeedId> going = storage().dropping();
    Map<FeedId, Byline> names =
        workspace.feeds().profiles().bylines(sizes.stream().map(FeedSize::feed).toList());
    List<Share> largest =
        sizes.stream()
            .map(
                size ->
                    new Share(
                        Objects.requireNonNull(names.get(size.feed())),
                        size.messages(),
                        size.bytes(),
                        fate(size.feed(), going)))
            .toList();
    return new StorageView(
        storage().total(),
        Optional.empty(),
        workspace.feeds().blobs().bytes(),
        largest,
        shares.others());
  }

  private Fate fate(FeedId feed, Set<FeedId> going) {
    if (feed.equals(workspace.self())) {
      return Fate.STAYS;
    }
    return going.contains(feed) ? Fate.GOING : Fate.REMOVABLE;
  }

  private Storage storage() {
    return workspace.feeds().storage();
  }

  @Override
  public void close() {
    closed = true;
    events.close();
    query.close();
    walk.cancel();
  }
}
