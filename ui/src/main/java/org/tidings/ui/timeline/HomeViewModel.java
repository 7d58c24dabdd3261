package org.tidings.ui.timeline;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.tidings.feed.event.FeedEvent;
import org.tidings.feed.event.FeedEvent.Appended;
import org.tidings.feed.event.Subscription;
import org.tidings.feed.index.ThreadSummary;
import org.tidings.feed.index.TimelineKey;
import org.tidings.feed.ref.FeedId;
import org.tidings.feed.ref.MessageId;
import org.tidings.ui.common.Requery;
import org.tidings.ui.workspace.Workspace;

/// The threads of home, page by page. What is being read never moves by itself: threads are brought
/// up to date in their places, and newer activity is counted until the person asks for it. Confined
/// to the screen thread.
public final class HomeViewModel implements AutoCloseable {
  private static final int PAGE = 20;
  private static final int MOST_REFRESHED = 200;

  private final Workspace workspace;
  private final int hops;
  private final ObservableList<ThreadSummary> threads = FXCollections.observableArrayList();
  private final ReadOnlyIntegerWrapper newer = new ReadOnlyIntegerWrapper();
  private final ReadOnlyBooleanWrapper loaded = new ReadOnlyBooleanWrapper();
  private final Requery<Topmost> refresh;
  private final Requery<List<ThreadSummary>> nextPage;
  private final Subscription events;
  private TimelineKey top = new TimelineKey(0, 0);
  private boolean atEnd;
  private boolean wanted = true;

  /// The threads with activity of feeds within `hops`.
  public HomeViewModel(Workspace workspace, int hops) {
    this.workspace = workspace;
    this.hops = hops;
    this.refresh =
        new Requery<>(
            workspace.background(), this::firstThreads, this::refreshed, workspace.notices()::tell);
    this.nextPage =
        new Requery<>(
            workspace.background(), this::nextThreads, this::append, workspace.notices()::tell);
    this.events = workspace.follow(this::concerns, refresh::request);
    refresh.request();
  }

  public ObservableList<ThreadSummary> threads() {
    return threads;
  }

  /// How many threads have newer activity than the list shows.
  public ReadOnlyIntegerProperty newerProperty() {
    return newer.getReadOnlyProperty();
  }

  /// Whether the first answer has come; before, an empty list means nothing.
  public ReadOnlyBooleanProperty loadedProperty() {
    return loaded.getReadOnlyProperty();
  }

  /// Takes in everything newer, in its right order.
  public void showNewer() {
    wanted = true;
    refresh.request();
  }

  /// Continues the list downwards, if there is more.
  public void more() {
    if (!atEnd && !threads.isEmpty()) {
      nextPage.request();
    }
  }

  private boolean concerns(FeedEvent event) {
    return switch (event) {
      case FeedEvent.MessagesAppended(var messages) ->
          messages.stream().anyMatch(this::showsInTimeline);
      case FeedEvent.GraphChanged changed -> true;
      case FeedEvent.BlobStored blob -> false;
      case FeedEvent.PublishingChanged changed -> false;
      case FeedEvent.MessagesDecrypted read -> false;
      case FeedEvent.IndexesProgressed further -> true;
      case FeedEvent.FeedDropped dropped -> true;
    };
  }

  private boolean showsInTimeline(Appended message) {
    return switch (message.type()) {
      case "post", "vote", "about" -> true;
      default -> false;
    };
  }

  /// As many as are shown and as are waiting above them, so that the lowest shown is reached.
  private Callable<Topmost> firstThreads() {
    int count = Math.clamp((long) threads.size() + newer.get(), PAGE, MOST_REFRESHED);
    return () -> {
      List<ThreadSummary> first = workspace.feeds().timeline().home(hops, TimelineKey.TOP, count);
      return new Topmost(first, first.size() < count);
    };
  }

  private void refreshed(Topmost topmost) {
    List<ThreadSummary> fresh = topmost.threads();
    FeedId self = workspace.self();
    boolean ours = fresh.stream().limit(1).anyMatch(thread -> isNewestBy(thread, self));
    if (wanted || threads.size() < PAGE || (ours && isNewer(fresh.getFirst()))) {
      showAll(fresh);
    } else {
      showInPlace(topmost);
    }
    loaded.set(true);
  }

  private void showAll(List<ThreadSummary> fresh) {
    wanted = false;
    atEnd = fresh.size() < PAGE;
    top = fresh.isEmpty() ? new TimelineKey(0, 0) : fresh.getFirst().key();
    newer.set(0);
    if (!threads.equals(fresh)) {
      threads.setAll(fresh);
    }
  }

  /// What is gone from home goes from here as well, and what was below moves up.
  private void showInPlace(Topmost topmost) {
    Map<MessageId, ThreadSummary> now = topmost.byRoot();
    TimelineKey bottom = bottom();
    threads.removeIf(shown -> !now.containsKey(shown.root()) && topmost.reachesDownTo(shown));
    threads.replaceAll(shown -> now.getOrDefault(shown.root(), shown));
    addMissing(topmost.threads().stream().filter(one -> bottom.isNewerThan(one.key())).toList());
    newer.set((int) topmost.threads().stream().filter(this::isNewer).count());
  }

  /// The place of the lowest thread, wherever it is shown.
  private TimelineKey bottom() {
    return threads.stream()
        .map(ThreadSummary::key)
        .min(Comparator.comparingLong(TimelineKey::shownMs).thenComparingLong(TimelineKey::arrival))
        .orElse(TimelineKey.TOP);
  }

  private boolean isNewer(ThreadSummary thread) {
    return thread.key().isNewerThan(top);
  }

  private static boolean isNewestBy(ThreadSummary thread, FeedId self) {
    return thread.newest().isEmpty()
        ? thread.opening().filter(post -> post.by().id().equals(self)).isPresent()
        : thread.newest().getLast().by().id().equals(self);
  }

  private Callable<List<ThreadSummary>> nextThreads() {
    TimelineKey last = bottom();
    return () -> workspace.feeds().timeline().home(hops, last, PAGE);
  }

  private void append(List<ThreadSummary> page) {
    atEnd = page.isEmpty();
    addMissing(page);
  }

  /// A thread that is further up already is not shown twice.
  private void addMissing(List<ThreadSummary> page) {
    Set<MessageId> shown = threads.stream().map(ThreadSummary::root).collect(Collectors.toSet());
    threads.addAll(page.stream().filter(thread -> !shown.contains(thread.root())).toList());
  }

  @Override
  public void close() {
    events.close();
    refresh.close();
    nextPage.close();
  }
}
