package org.tidings.ui.workspace;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.tidings.feed.Feeds;
import org.tidings.feed.activity.Why;
import org.tidings.feed.conversation.Conversation;
import org.tidings.feed.conversation.Conversations;
import org.tidings.feed.event.Subscription;
import org.tidings.feed.index.TimelineKey;
import org.tidings.feed.ref.FeedId;
import org.tidings.feed.ref.MessageId;
import org.tidings.ui.common.Requery;

/// What waits for the person to see it, kept over restarts: in activity and in private
/// conversations; and who waits for an answer of theirs. Confined to the screen thread.
public final class Unseen implements AutoCloseable {
  /// All that others do which concerns us.
  public static final Set<Why> KINDS = EnumSet.allOf(Why.class);

  private static final String ACTIVITY = "activity";

  /// More is not counted: nobody reads the difference.
  private static final int MANY = 100;

  private final Workspace workspace;
  private final ReadOnlyObjectWrapper<Count> count = new ReadOnlyObjectWrapper<>(new Count(0, 0));
  private final ReadOnlyIntegerWrapper requests = new ReadOnlyIntegerWrapper();
  private final Requery<Count> query;
  private final Requery<Integer> strangers;
  private final Subscription events;
  private final Subscription calls;

  /// How much has not been seen.
  ///
  /// @param activity items; a hundred stands for more
  /// @param conversations conversations with something new in them
  public record Count(int activity, int conversations) {}

  public Unseen(Workspace workspace) {
    this.workspace = workspace;
    query = workspace.requery(() -> () -> count(workspace.feeds()), count::set);
    strangers = workspace.requery(() -> this::waiting, requests::set);
    events = workspace.followPosts(this::changed);
    calls = workspace.followReplication(this::recount);
    changed();
  }

  private void changed() {
    query.request();
    recount();
  }

  /// Strangers may have been answered.
  public void recount() {
    strangers.request();
  }

  /// Whoever lets only people in reach connect does not want to hear of each who asks.
  private int waiting() {
    return workspace.replication().routes().onlyInReach()
        ? 0
        : workspace.feeds().strangers().waiting().size();
  }

  private static Count count(Feeds feeds) {
    TimelineKey seen = feeds.seenMarks().of(ACTIVITY);
    List<Conversation> latest = feeds.conversations().latest(TimelineKey.TOP, MANY);
    return new Count(
        feeds.activity().unseen(KINDS, seen, MANY),
        (int) latest.stream().filter(one -> one.unread() > 0).count());
  }

  public ReadOnlyObjectProperty<Count> countProperty() {
    return count.getReadOnlyProperty();
  }

  /// How many strangers have connected, or wanted to, and wait for an answer.
  public ReadOnlyIntegerProperty requestsProperty() {
    return requests.getReadOnlyProperty();
  }

  /// Up to where activity has been seen; asks the database.
  public TimelineKey seenOfActivity() {
    return workspace.feeds().seenMarks().of(ACTIVITY);
  }

  /// All activity that was written and had come up to here has been seen.
  public void seeActivity(TimelineKey upTo) {
    see(ACTIVITY, upTo);
  }

  /// All of the conversation with these others has been seen up to here.
  public void seeConversation(List<FeedId> others, TimelineKey upTo) {
    see(workspace.feeds().conversations().listOf(others), upTo);
  }

  /// All that is said in private in the thread with this root has been seen up to here.
  public void seePrivately(MessageId root, TimelineKey upTo) {
    see(Conversations.listOf(root), upTo);
  }

  private void see(String list, TimelineKey upTo) {
    workspace
        .background()
        .run(
            () -> workspace.feeds().seenMarks().seen(list, upTo),
            query::request,
            workspace.notices()::tell);
  }

  @Override
  public void close() {
    events.close();
    calls.close();
    query.close();
    strangers.close();
  }
}
