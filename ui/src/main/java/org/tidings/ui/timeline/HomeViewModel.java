package org.tidings.ui.timeline;

import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.tidings.feed.event.Subscription;
import org.tidings.feed.index.PostView;
import org.tidings.feed.index.ThreadSummary;
import org.tidings.feed.index.TimelineKey;
import org.tidings.feed.ref.FeedId;
import org.tidings.ui.common.Requery;
import org.tidings.ui.workspace.Workspace;

/// The threads of home, page by page. What is being read never moves by itself: threads are brought
/// up to date in their places, and newer activity is counted until the person asks for it. Confined
/// to the screen thread.
public final class HomeViewModel implements AutoCloseable {
  private static final int PAGE = 20;
  private static final int MOST_REFRESHED = 200;
  private static final int MOST_ARRIVING = 50;
  private static final Set<String> SHOWN = Set.of("post", "vote", "about");

  private final Workspace workspace;
  private final int hops;
  private final ShownThreads threads = new ShownThreads();
  private final ReadOnlyIntegerWrapper newer = new ReadOnlyIntegerWrapper();
  private final ReadOnlyBooleanWrapper loaded = new ReadOnlyBooleanWrapper();
  private final Requery<Topmost> refresh;
  private final Requery<List<ThreadSummary>> nextPage;
  private final ObservableList<PostView> arriving = FXCollections.observableArrayList();
  private final Requery<List<PostView>> early;
  private final Subscription events;
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
    this.early =
        new Requery<>(
            workspace.background(),
            () -> () -> workspace.feeds().earlyPosts().newest(hops, MOST_ARRIVING),
            this::arrived,
            workspace.notices()::tell);
    this.events = workspace.followTypes(SHOWN, this::changed);
    changed();
  }

  public ObservableList<ThreadSummary> threads() {
    return threads.list();
  }

  /// The newest posts of people whose history is still arriving, the newest first. All of them are
  /// replaced together.
  public ObservableList<PostView> arriving() {
    return arriving;
  }

  /// How many threads have newer activity than the list shows.
  public ReadOnlyIntegerProperty newerProperty() {
    return newer.getReadOnlyProperty();
  }

  /// Whether the first answer has come; before, an empty list means nothing.
  public ReadOnlyBooleanProperty loadedProperty() {
    return loaded.getReadOnlyProperty();
  }

  private void changed() {
    refresh.request();
    early.request();
  }

  private void arrived(List<PostView> newest) {
    if (!arriving.equals(newest)) {
      arriving.setAll(newest);
    }
  }

  /// Takes in everything newer, in its right order.
  public void showNewer() {
    wanted = true;
    refresh.request();
  }

  /// Continues the list downwards, if there is more.
  public void more() {
    if (!atEnd && !threads.list().isEmpty()) {
      nextPage.request();
    }
  }

  /// As many as are shown and as are waiting above them, so that the lowest shown is reached.
  private Callable<Topmost> firstThreads() {
    int count = Math.clamp((long) threads.list().size() + newer.get(), PAGE, MOST_REFRESHED);
    return () -> {
      List<ThreadSummary> first = workspace.feeds().timeline().home(hops, TimelineKey.TOP, count);
      return new Topmost(first, first.size() < count);
    };
  }

  private void refreshed(Topmost topmost) {
    List<ThreadSummary> fresh = topmost.threads();
    if (wanted || threads.list().size() < PAGE || beginsWithOurNewest(fresh)) {
      wanted = false;
      atEnd = fresh.size() < PAGE;
      threads.replace(fresh);
    } else {
      threads.update(topmost);
    }
    newer.set((int) fresh.stream().filter(threads::isNewer).count());
    loaded.set(true);
  }

  private boolean beginsWithOurNewest(List<ThreadSummary> fresh) {
    return fresh.stream()
        .limit(1)
        .anyMatch(thread -> isNewestBy(thread, workspace.self()) && threads.isNewer(thread));
  }

  private static boolean isNewestBy(ThreadSummary thread, FeedId self) {
    return thread.newest().isEmpty()
        ? thread.opening().filter(post -> post.by().id().equals(self)).isPresent()
        : thread.newest().getLast().by().id().equals(self);
  }

  private Callable<List<ThreadSummary>> nextThreads() {
    TimelineKey last = threads.bottom();
    return () -> workspace.feeds().timeline().home(hops, last, PAGE);
  }

  private void append(List<ThreadSummary> page) {
    atEnd = page.isEmpty();
    threads.append(page);
  }

  @Override
  public void close() {
    events.close();
    refresh.close();
    early.close();
    nextPage.close();
  }
}
