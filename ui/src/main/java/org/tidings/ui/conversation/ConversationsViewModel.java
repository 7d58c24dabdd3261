package org.tidings.ui.conversation;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tidings.feed.conversation.Conversation;
import org.tidings.feed.event.Subscription;
import org.tidings.feed.index.TimelineKey;
import org.tidings.ui.common.PagedRows;
import org.tidings.ui.workspace.Unseen;
import org.tidings.ui.workspace.Workspace;

/// The private conversations, the one with the newest message first. Confined to the screen thread.
public final class ConversationsViewModel implements AutoCloseable {
  /// Of messages in the open only new names show here.
  static final Set<String> SHOWN = Set.of("", "about");

  private final Workspace workspace;
  private final PagedRows<Conversation> conversations;
  private final Subscription events;
  private final javafx.util.Subscription seeing;

  public ConversationsViewModel(Workspace workspace, Unseen unseen) {
    this.workspace = workspace;
    conversations = workspace.pagedRows(this::after, Conversation::otherIds);
    events = workspace.followTypes(SHOWN, conversations::refresh, conversations::refreshAll);
    seeing = unseen.countProperty().subscribe(count -> conversations.refresh());
  }

  private List<Conversation> after(Optional<Conversation> last, int limit) {
    TimelineKey key = last.map(Conversation::key).orElse(TimelineKey.TOP);
    return workspace.feeds().conversations().latest(key, limit);
  }

  public PagedRows<Conversation> conversations() {
    return conversations;
  }

  @Override
  public void close() {
    seeing.unsubscribe();
    events.close();
    conversations.close();
  }
}
