package org.tidings.ui.thread;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.tidings.feed.Feeds;
import org.tidings.feed.conversation.Conversations;
import org.tidings.feed.event.Subscription;
import org.tidings.feed.index.Absence;
import org.tidings.feed.index.PostView;
import org.tidings.feed.index.ThreadView;
import org.tidings.feed.index.Threads;
import org.tidings.feed.index.TimelineKey;
import org.tidings.feed.local.Mutes;
import org.tidings.feed.ref.FeedId;
import org.tidings.feed.ref.MessageId;
import org.tidings.ui.common.Requery;
import org.tidings.ui.common.Rows;
import org.tidings.ui.navigation.Place;
import org.tidings.ui.workspace.Unseen;
import org.tidings.ui.workspace.Workspace;

/// One thread as it grows, of a long one the newest posts, and all that are new to the person,
/// until they ask for more. What is
/// shown while the person is there counts as read, and stays marked as new until they come again.
/// Confined to the screen thread.
public final class ThreadViewModel implements AutoCloseable {
  private static final int PAGE = 300;

  private final Workspace workspace;
  private final Unseen unseen;
  private final Place.InThread place;
  private final ObservableList<ThreadRow> rows = FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<Optional<ThreadView>> thread =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<Absence>> absence =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyBooleanWrapper loaded = new ReadOnlyBooleanWrapper();
  private final Requery<Found> query;
  private final Subscription events;

  /// Up to which arrival all had been seen before: found by the first question after they came.
  private volatile OptionalLong seenBefore = OptionalLong.empty();

  /// How many of the newest posts it took to show all that was new to them, whenever they came, and
  /// to go on showing what they read.
  private volatile int reach;

  private int wanted = PAGE;
  private long seen;
  private boolean isHere;
  private boolean isInFront = true;
  private Runnable arrived = () -> {};
  private Consumer<List<PostView>> came = replies -> {};

  /// The last arrival among all that has been shown.
  private long shownUpTo;

  private boolean isArriving;

  public ThreadViewModel(Workspace workspace, Unseen unseen, Place.InThread place) {
    this.workspace = workspace;
    this.unseen = unseen;
    this.place = place;
    this.query = workspace.requery(this::question, this::show);
    this.events = workspace.followPosts(query::request);
  }

  public ObservableList<ThreadRow> rows() {
    return rows;
  }

  /// The thread itself, whose rows are shown by then; empty while nothing of it is here.
  public ReadOnlyObjectProperty<Optional<ThreadView>> threadProperty() {
    return thread.getReadOnlyProperty();
  }

  /// Why there is no thread; empty where there is one.
  public ReadOnlyObjectProperty<Optional<Absence>> absenceProperty() {
    return absence.getReadOnlyProperty();
  }

  /// Whether the first answer has come.
  public ReadOnlyBooleanProperty loadedProperty() {
    return loaded.getReadOnlyProperty();
  }

  /// The thread, and what the person does not want to come across.
  ///
  /// @param absence why there is none
  /// @param quiet whether that is the thread itself
  /// @param seenBefore up to which arrival all had been seen when they came
  private record Found(
      Optional<ThreadView> thread,
      Optional<Absence> absence,
      Set<FeedId> muted,
      boolean quiet,
      long seenBefore) {}

  private Callable<Found> question() {
    int most = wanted;
    Set<MessageId> shown = thread.get().map(ThreadViewModel::posts).orElse(Set.of());
    return () -> {
      int asked = Math.max(most, reach);
      Optional<ThreadView> newest = thread(asked);
      long before = newest.map(this::seenBefore).orElse(0L);
      newest.ifPresent(now -> stretch(now, asked, shown));
      Optional<ThreadView> found = reach > asked ? thread(reach) : newest;
      Mutes mutes = workspace.feeds().mutes();
      boolean quiet = found.map(ThreadView::root).filter(mutes::isMuted).isPresent();
      return new Found(found, absence(found), Set.copyOf(mutes.feeds()), quiet, before);
    };
  }

  private static Set<MessageId> posts(ThreadView thread) {
    return thread.posts().stream().map(PostView::id).collect(Collectors.toSet());
  }

  /// What is being read stays where it is, however many newer posts come.
  private void stretch(ThreadView newest, int asked, Set<MessageId> shown) {
    if (newest.older() > 0) {
      Set<MessageId> here = posts(newest);
      int left = (int) shown.stream().filter(post -> !here.contains(post)).count();
      reach = Math.clamp(asked + (long) left, reach, Threads.LONGEST);
    }
  }

  private Optional<ThreadView> thread(int most) {
    Threads threads = workspace.feeds().threads();
    return place.inTheOpen()
        ? threads.inTheOpen(place.message(), most)
        : threads.of(place.message(), most);
  }

  private Optional<Absence> absence(Optional<ThreadView> found) {
    return found.isPresent()
        ? Optional.empty()
        : Optional.of(workspace.feeds().threads().absence(place.message()));
  }

  /// Goes as far back as it can.
  public void showEarlier() {
    wanted = Threads.LONGEST;
    query.request();
  }

  private long seenBefore(ThreadView newest) {
    OptionalLong known = seenBefore;
    if (known.isPresent()) {
      return known.getAsLong();
    }
    long before = markOf(newest);
    if (before > 0 && newest.older() > 0) {
      reach = Math.max(reach, workspace.feeds().threads().since(newest, before));
    }
    seenBefore = OptionalLong.of(before);
    return before;
  }

  private long markOf(ThreadView found) {
    Feeds feeds = workspace.feeds();
    return found.isPrivate()
        ? feeds.seenMarks().of(Conversations.listOf(found.root())).arrival()
        : feeds.readMarks().of(found.root());
  }

  /// Runs this each time the person has come and what is there is shown.
  public void onArrived(Runnable run) {
    arrived = run;
  }

  /// Tells `told` of replies of others that come while the person is here and would come across
  /// them.
  public void onCame(Consumer<List<PostView>> told) {
    came = told;
  }

  /// The person comes: what they have not seen so far is new to them.
  public void arrive() {
    isHere = true;
    isArriving = true;
    seenBefore = OptionalLong.empty();
    query.request();
  }

  /// The person is elsewhere: what comes now is new when they come back.
  public void depart() {
    isHere = false;
  }

  /// Whether the window is before the person: what comes while it is not is unread.
  public void look(boolean inFront) {
    isInFront = inFront;
    thread.get().ifPresent(this::markSeen);
  }

  /// The first of the posts that are new, from above; none in a thread that is new as a whole.
  public Optional<MessageId> firstNew() {
    return rows.stream()
        .flatMap(
            row ->
                row instanceof ThreadRow.OfPost(var post, var _, boolean isNew) && isNew
                    ? Stream.of(post.id())
                    : Stream.empty())
        .findFirst();
  }

  private boolean isNew(PostView post, long seenBefore) {
    return seenBefore > 0
        && post.times().arrival() > seenBefore
        && !post.by().id().equals(workspace.self());
  }

  /// Has the thread tell again of what is new in it.
  public void unmute() {
    thread
        .get()
        .ifPresent(
            shown ->
                workspace
                    .background()
                    .run(
                        () -> workspace.feeds().mutes().unmute(shown.root()),
                        () -> {},
                        workspace.notices()::tell));
  }

  private void show(Found found) {
    Rows.show(
        rows,
        found
            .thread
            .map(
                shown ->
                    ThreadRow.of(
                        shown, found.muted, found.quiet, post -> isNew(post, found.seenBefore)))
            .orElseGet(List::of));
    absence.set(found.absence);
    thread.set(found.thread);
    loaded.set(true);
    found.thread.ifPresent(this::markSeen);
    long before = shownUpTo;
    shownUpTo =
        Math.max(
            before,
            found.thread.flatMap(ThreadViewModel::newest).map(TimelineKey::arrival).orElse(0L));
    if (isArriving) {
      isArriving = false;
      arrived.run();
    } else if (isHere && !found.quiet) {
      tell(before);
    }
  }

  private void tell(long before) {
    List<PostView> replies =
        rows.stream().flatMap(ThreadViewModel::post).filter(post -> isNew(post, before)).toList();
    if (!replies.isEmpty()) {
      came.accept(replies);
    }
  }

  private static Stream<PostView> post(ThreadRow row) {
    return row instanceof ThreadRow.OfPost(var post, var _, var _)
        ? Stream.of(post)
        : Stream.empty();
  }

  private static Optional<TimelineKey> newest(ThreadView found) {
    return found.posts().stream()
        .map(post -> post.times().key())
        .max(Comparator.comparingLong(TimelineKey::arrival));
  }

  private void markSeen(ThreadView found) {
    newest(found)
        .filter(last -> isHere && isInFront && last.arrival() > seen)
        .ifPresent(last -> markSeen(found, last));
  }

  private void markSeen(ThreadView found, TimelineKey upTo) {
    seen = upTo.arrival();
    if (found.isPrivate()) {
      unseen.seePrivately(found.root(), upTo);
    } else {
      workspace
          .background()
          .run(
              () -> workspace.feeds().readMarks().seen(found.root(), upTo.arrival()),
              () -> {},
              workspace.notices()::tell);
    }
  }

  @Override
  public void close() {
    events.close();
    query.close();
  }
}
