package org.tidings.ui.channel;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableBooleanValue;
import org.tidings.feed.channel.ChannelView;
import org.tidings.feed.content.ChannelSubscription;
import org.tidings.feed.event.Subscription;
import org.tidings.feed.index.PostView;
import org.tidings.feed.index.TimelineKey;
import org.tidings.ui.common.PagedRows;
import org.tidings.ui.common.Requery;
import org.tidings.ui.workspace.GateWatch;
import org.tidings.ui.workspace.Publication;
import org.tidings.ui.workspace.Workspace;

/// One channel: its posts, newest first, and whether we subscribe to it. Confined to the screen
/// thread.
public final class ChannelViewModel implements AutoCloseable {
  private final Workspace workspace;
  private final String name;
  private final PagedRows<PostView> posts;
  private final ReadOnlyObjectWrapper<Optional<ChannelView>> channel =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final GateWatch gate;
  private final Publication publication;
  private final ObservableBooleanValue canChange;
  private final Requery<ChannelView> head;
  private final Subscription events;

  /// The channel of this name, without `#`.
  public ChannelViewModel(Workspace workspace, String name) {
    this.workspace = workspace;
    this.name = name;
    gate = new GateWatch(workspace);
    publication = new Publication(workspace);
    canChange = gate.allows(publication.busyProperty());
    posts = workspace.pagedRows(this::after, PostView::id);
    head =
        workspace.requery(
            () -> () -> workspace.feeds().channels().called(name),
            found -> channel.set(Optional.of(found)));
    events = workspace.followPosts(this::refresh, this::refreshAll);
    refresh();
  }

  private void refresh() {
    posts.refresh();
    head.request();
  }

  private void refreshAll() {
    posts.refreshAll();
    head.request();
  }

  private List<PostView> after(Optional<PostView> last, int limit) {
    TimelineKey key = last.map(post -> post.times().key()).orElse(TimelineKey.TOP);
    return workspace.feeds().channels().posts(name, key, limit);
  }

  public String name() {
    return name;
  }

  public PagedRows<PostView> posts() {
    return posts;
  }

  /// Empty until the first answer has come.
  public ReadOnlyObjectProperty<Optional<ChannelView>> channelProperty() {
    return channel.getReadOnlyProperty();
  }

  /// Whether we can subscribe now: nothing is under way, and publishing works.
  public ObservableBooleanValue canChangeProperty() {
    return canChange;
  }

  /// Subscribes, or ends that where we do. Others can see it.
  public void toggle() {
    if (channel.get().isEmpty() || !canChange.get()) {
      return;
    }
    publication.publish(new ChannelSubscription(name, !channel.get().get().isOurs()), () -> {});
  }

  @Override
  public void close() {
    events.close();
    head.close();
    gate.close();
    posts.close();
  }
}
