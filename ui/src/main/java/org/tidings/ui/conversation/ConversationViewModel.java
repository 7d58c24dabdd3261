package org.tidings.ui.conversation;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.tidings.feed.Feeds;
import org.tidings.feed.conversation.Conversations;
import org.tidings.feed.event.Subscription;
import org.tidings.feed.index.PostView;
import org.tidings.feed.index.ThreadView;
import org.tidings.feed.index.TimelineKey;
import org.tidings.feed.ref.FeedId;
import org.tidings.feed.ref.MessageId;
import org.tidings.ui.common.Requery;
import org.tidings.ui.common.Rows;
import org.tidings.ui.workspace.Unseen;
import org.tidings.ui.workspace.Workspace;

/// What was said among the same people, oldest first, as far back as the person has asked. What is
/// shown while they are there counts as seen. Confined to the screen thread.
public final class ConversationViewModel implements AutoCloseable {
  private static final int PAGE = 50;

  private final Workspace workspace;
  private final Unseen unseen;
  private final List<FeedId> others;
  private final ObservableList<PostView> posts = FXCollections.observableArrayList();
  private final ReadOnlyBooleanWrapper loaded = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper earlier = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper damaged = new ReadOnlyBooleanWrapper();
  private final ReadOnlyObjectWrapper<Optional<Ends>> ends =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final Requery<Talk> query;
  private final Subscription events;
  private int wanted = PAGE;
  private long arrived;
  private boolean isHere;
  private boolean isInFront = true;

  /// Where the next message goes on: in the thread of the newest, as other programs show private
  /// messages thread by thread.
  public record Ends(MessageId root, List<MessageId> heads) {}

  /// What was found.
  ///
  /// @param isDamaged whether something was said, and nothing of it can be read
  /// @param arrived the number of what others said that had come last before
  private record Talk(
      List<PostView> newestFirst,
      Optional<Ends> ends,
      boolean hasEarlier,
      boolean isDamaged,
      long arrived) {}

  public ConversationViewModel(Workspace workspace, Unseen unseen, Set<FeedId> others) {
    this.workspace = workspace;
    this.unseen = unseen;
    this.others = List.copyOf(others);
    query = workspace.requery(this::question, this::show);
    events = workspace.followTypes(ConversationsViewModel.SHOWN, query::request);
    query.request();
  }

  private Callable<Talk> question() {
    int count = wanted;
    TimelineKey oldest = posts.isEmpty() ? TimelineKey.TOP : posts.getFirst().times().key();
    return () -> {
      Feeds feeds = workspace.feeds();
      long last = feeds.conversations().arrived(others);
      List<PostView> newest = downTo(oldest, count + 1);
      Optional<Ends> found =
          newest.stream()
              .findFirst()
              .flatMap(post -> feeds.threads().of(post.id(), PAGE))
              .map(ConversationViewModel::endsOf);
      long shown = newest.stream().takeWhile(post -> !isAfter(oldest, post)).count();
      int kept = (int) Math.max(shown, Math.min(count, newest.size()));
      boolean isDamaged = newest.isEmpty() && feeds.conversations().isBegun(others);
      return new Talk(newest.subList(0, kept), found, newest.size() > kept, isDamaged, last);
    };
  }

  /// So many of the newest, or as many as it takes to go beyond the oldest that is shown: that
  /// stays where it is being read, however many come.
  private List<PostView> downTo(TimelineKey oldest, int count) {
    Conversations conversations = workspace.feeds().conversations();
    int asked = count;
    List<PostView> newest = conversations.posts(others, TimelineKey.TOP, asked);
    while (newest.size() == asked && !isAfter(oldest, newest.getLast())) {
      asked *= 2;
      newest = conversations.posts(others, TimelineKey.TOP, asked);
    }
    return newest;
  }

  private static boolean isAfter(TimelineKey place, PostView post) {
    return place.isNewerThan(post.times().key());
  }

  private static Ends endsOf(ThreadView thread) {
    return new Ends(thread.root(), thread.heads());
  }

  private void show(Talk talk) {
    Rows.show(posts, talk.newestFirst.reversed());
    earlier.set(talk.hasEarlier);
    damaged.set(talk.isDamaged);
    ends.set(talk.ends);
    arrived = talk.arrived;
    loaded.set(true);
    see();
  }

  /// The person comes.
  public void arrive() {
    isHere = true;
    see();
  }

  /// The person is elsewhere: what comes now is unread.
  public void depart() {
    isHere = false;
  }

  /// Whether the window is before the person: what comes while it is not is unread.
  public void look(boolean inFront) {
    isInFront = inFront;
    see();
  }

  private void see() {
    if (isHere && isInFront && !posts.isEmpty()) {
      long newest = posts.getLast().times().shownMs();
      unseen.seeConversation(others, new TimelineKey(newest, arrived));
    }
  }

  public ObservableList<PostView> posts() {
    return posts;
  }

  public ReadOnlyBooleanProperty loadedProperty() {
    return loaded.getReadOnlyProperty();
  }

  /// Whether there is something before the first post shown.
  public ReadOnlyBooleanProperty earlierProperty() {
    return earlier.getReadOnlyProperty();
  }

  /// Whether something was said, and nothing of it can be read.
  public ReadOnlyBooleanProperty damagedProperty() {
    return damaged.getReadOnlyProperty();
  }

  /// Where the next message goes on; empty while nothing has been said.
  public ReadOnlyObjectProperty<Optional<Ends>> endsProperty() {
    return ends.getReadOnlyProperty();
  }

  /// Goes further back.
  public void showEarlier() {
    wanted = posts.size() + PAGE;
    query.request();
  }

  @Override
  public void close() {
    events.close();
    query.close();
  }
}
