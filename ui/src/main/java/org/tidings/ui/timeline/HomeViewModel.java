package org.tidings.ui.timeline;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.value.ObservableBooleanValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.tidings.feed.event.Subscription;
import org.tidings.feed.index.PostView;
import org.tidings.feed.index.ThreadSummary;
import org.tidings.feed.index.Timeline;
import org.tidings.feed.index.TimelineFilter;
import org.tidings.feed.index.TimelineKey;
import org.tidings.feed.ref.FeedId;
import org.tidings.feed.ref.MessageId;
import org.tidings.ui.common.Requery;
import org.tidings.ui.workspace.GateWatch;
import org.tidings.ui.workspace.Workspace;

/// The threads of home, page by page. What is being read never moves by itself: threads are brought
/// up to date in their places, and newer activity is counted until the person asks for it, as is
/// what comes late and belongs further down. Confined to the screen thread.
public final class HomeViewModel implements AutoCloseable {
  private static final int PAGE = 20;
  private static final int MOST_REFRESHED = 200;
  private static final int MOST_ARRIVING = 50;
  private static final Set<String> SHOWN = Set.of("post", "vote", "about", "channel");

  private final Workspace workspace;
  private final TimelineFilter filter;
  private final BooleanSupplier atBeginning;
  private final ShownThreads threads = new ShownThreads();
  private final ReadOnlyIntegerWrapper newer = new ReadOnlyIntegerWrapper();
  private final ReadOnlyBooleanWrapper loaded = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper alone = new ReadOnlyBooleanWrapper();
  private final Requery<Found> refresh;
  private final Requery<List<ThreadSummary>> nextPage;
  private final ObservableList<PostView> arriving = FXCollections.observableArrayList();
  private final Requery<List<PostView>> early;
  private final Subscription events;
  private final HomeFollows follows;
  private final ReadOnlyBooleanWrapper atEnd = new ReadOnlyBooleanWrapper();
  private boolean wanted = true;
  private boolean earlyWanted = true;
  private boolean all;
  private int newerThreads;

  /// How many posts whose history is still arriving are not shown yet.
  private int waiting;

  private final GateWatch gate;
  private final BooleanBinding awaitsFirstPost;

  /// What was read.
  ///
  /// @param alone whether we follow nobody
  private record Found(Topmost topmost, boolean alone) {}

  /// The threads with activity of those.
  ///
  /// @param atBeginning whether the uppermost thread is seen from its beginning; a list that is
  ///     short may still be read further down
  public HomeViewModel(Workspace workspace, TimelineFilter filter, BooleanSupplier atBeginning) {
    this.workspace = workspace;
    this.filter = filter;
    this.atBeginning = atBeginning;
    this.refresh = workspace.requery(this::firstThreads, this::refreshed);
    this.nextPage = workspace.requery(this::nextThreads, this::append);
    this.early =
        workspace.requery(
            () -> () -> workspace.feeds().earlyPosts().newest(hops(filter), MOST_ARRIVING),
            this::arrived);
    this.follows = new HomeFollows(workspace, filter, this::isBeginning);
    follows.newerProperty().subscribe((before, now) -> count());
    this.gate = new GateWatch(workspace);
    this.awaitsFirstPost =
        Bindings.createBooleanBinding(
            this::isBeforeFirstPost, loaded, threads.list(), gate.reasonProperty());
    this.events = workspace.followTypes(SHOWN, this::changed, this::removed);
    changed();
  }

  /// Of whom posts are shown whose history is still arriving: not of those of whom it tells whether
  /// they belong here.
  private static int hops(TimelineFilter filter) {
    return switch (filter) {
      case FRIENDS, CHANNELS -> -1;
      case FOLLOWING -> 1;
      case IN_REACH, EVERYBODY -> Timeline.EVERYBODY;
    };
  }

  public ObservableList<ThreadSummary> threads() {
    return threads.list();
  }

  /// The newest posts of people whose history is still arriving, the newest first. All of them are
  /// replaced together.
  public ObservableList<PostView> arriving() {
    return arriving;
  }

  /// Who began to follow whom of late, the latest first.
  ObservableList<FollowNews> follows() {
    return follows.lines();
  }

  /// Whether there are no threads below those shown.
  ReadOnlyBooleanProperty atEndProperty() {
    return atEnd.getReadOnlyProperty();
  }

  /// How many threads have newer activity than the list shows or belong among those it shows, with
  /// those whose history is still arriving, and with what is new of who follows whom.
  public ReadOnlyIntegerProperty newerProperty() {
    return newer.getReadOnlyProperty();
  }

  /// How many of those tell who follows whom.
  ReadOnlyIntegerProperty newerFollowsProperty() {
    return follows.newerProperty();
  }

  /// Whether the first answer has come; before, an empty list means nothing.
  public ReadOnlyBooleanProperty loadedProperty() {
    return loaded.getReadOnlyProperty();
  }

  /// Whether these are threads of people we follow and there are none but ourselves.
  public ReadOnlyBooleanProperty aloneProperty() {
    return alone.getReadOnlyProperty();
  }

  /// Whether nothing is here, not even a post of ours, which these threads would show, and we can
  /// write one.
  ObservableBooleanValue awaitsFirstPostProperty() {
    return awaitsFirstPost;
  }

  private boolean isBeforeFirstPost() {
    boolean showsOurs =
        switch (filter) {
          case FOLLOWING, IN_REACH, EVERYBODY -> true;
          case FRIENDS, CHANNELS -> false;
        };
    return showsOurs
        && loaded.get()
        && threads.list().isEmpty()
        && gate.reasonProperty().get().isEmpty();
  }

  private void changed() {
    refresh.request();
    early.request();
  }

  private void removed() {
    refreshAll();
    early.request();
  }

  /// Something may be gone or have been read, however far down it is shown.
  private void refreshAll() {
    all = true;
    refresh.request();
  }

  /// Those that would push down what is being read wait with the other newer activity.
  private void arrived(List<PostView> newest) {
    boolean waits = !earlyWanted && !threads.list().isEmpty() && !atBeginning.getAsBoolean();
    Set<MessageId> shown = arriving.stream().map(PostView::id).collect(Collectors.toSet());
    List<PostView> next =
        newest.stream().filter(post -> !waits || shown.contains(post.id())).toList();
    earlyWanted = false;
    waiting = newest.size() - next.size();
    if (!arriving.equals(next)) {
      arriving.setAll(next);
    }
    count();
  }

  private void count() {
    newer.set(newerThreads + waiting + follows.newerProperty().get());
  }

  /// The person comes: threads may have been read elsewhere in the window.
  void arrive() {
    if (loaded.get()) {
      refreshAll();
    }
  }

  /// Takes in everything newer, in its right order.
  public void showNewer() {
    wanted = true;
    earlyWanted = true;
    changed();
  }

  /// Continues the list downwards, if there is more.
  public void more() {
    if (!atEnd.get() && !threads.list().isEmpty()) {
      nextPage.request();
    }
  }

  /// As many as are shown and as are waiting above them, so that the lowest shown is reached; more
  /// where others have come in above it.
  private Callable<Found> firstThreads() {
    int most = all ? Integer.MAX_VALUE : MOST_REFRESHED;
    all = false;
    int count = Math.clamp((long) threads.list().size() + newer.get(), PAGE, most);
    int withLate = Math.max(count, MOST_REFRESHED);
    TimelineKey lowest = threads.bottom();
    return () -> new Found(Topmost.downTo(lowest, count, withLate, this::newest), followsNobody());
  }

  private List<ThreadSummary> newest(int count) {
    return workspace.feeds().timeline().home(filter, TimelineKey.TOP, count);
  }

  private boolean followsNobody() {
    return filter != TimelineFilter.CHANNELS
        && workspace.feeds().profiles().following(workspace.self(), Optional.empty(), 1).isEmpty();
  }

  private void refreshed(Found found) {
    Topmost topmost = found.topmost();
    List<ThreadSummary> fresh = topmost.threads();
    if (wanted || isBeginning() || bringsOurNewest(fresh)) {
      wanted = false;
      atEnd.set(fresh.size() < PAGE);
      threads.replace(fresh);
      follows.showNewer();
    } else {
      threads.update(topmost);
      // Older ones may have come in below what was the last.
      if (atEnd.get() && !topmost.whole()) {
        nextPage.request();
      }
    }
    newerThreads = threads.countNewer(fresh);
    count();
    alone.set(found.alone());
    loaded.set(true);
  }

  /// Nothing is read yet that would move.
  private boolean isBeginning() {
    return threads.list().isEmpty() || (threads.list().size() < PAGE && atBeginning.getAsBoolean());
  }

  private boolean bringsOurNewest(List<ThreadSummary> fresh) {
    return fresh.stream()
        .anyMatch(thread -> isNewestBy(thread, workspace.self()) && threads.isNewer(thread));
  }

  private static boolean isNewestBy(ThreadSummary thread, FeedId self) {
    return thread.newest().isEmpty()
        ? thread.opening().filter(post -> post.by().id().equals(self)).isPresent()
        : thread.newest().getLast().by().id().equals(self);
  }

  private Callable<List<ThreadSummary>> nextThreads() {
    TimelineKey last = threads.bottom();
    return () -> workspace.feeds().timeline().home(filter, last, PAGE);
  }

  private void append(List<ThreadSummary> page) {
    atEnd.set(page.isEmpty());
    threads.append(page);
  }

  @Override
  public void close() {
    events.close();
    follows.close();
    gate.close();
    refresh.close();
    early.close();
    nextPage.close();
  }
}
