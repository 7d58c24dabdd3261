package org.tidings.ui.settings;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.tidings.feed.Feeds;
import org.tidings.feed.event.FeedEvent;
import org.tidings.feed.event.Subscription;
import org.tidings.feed.index.Byline;
import org.tidings.feed.ref.FeedId;
import org.tidings.ui.common.Requery;
import org.tidings.ui.workspace.Workspace;

/// Whom the person muted and blocked. Confined to the screen thread.
public final class HiddenViewModel implements AutoCloseable {
  private final ReadOnlyObjectWrapper<Hidden> hidden =
      new ReadOnlyObjectWrapper<>(new Hidden(List.of(), List.of()));
  private final Requery<Hidden> query;
  private final Subscription events;

  /// By name.
  public record Hidden(List<Byline> muted, List<Byline> blocked) {
    public Hidden {
      muted = List.copyOf(muted);
      blocked = List.copyOf(blocked);
    }
  }

  public HiddenViewModel(Workspace workspace) {
    query =
        new Requery<>(
            workspace.background(),
            () -> () -> find(workspace.feeds()),
            hidden::set,
            workspace.notices()::tell);
    events = workspace.follow(FeedEvent.GraphChanged.class::isInstance, query::request);
    query.request();
  }

  private static Hidden find(Feeds feeds) {
    List<FeedId> blocked =
        feeds.graph().known().entrySet().stream()
            .filter(known -> known.getValue().isBlocked())
            .map(Map.Entry::getKey)
            .toList();
    return new Hidden(named(feeds, feeds.mutes().feeds()), named(feeds, blocked));
  }

  private static List<Byline> named(Feeds feeds, Collection<FeedId> ids) {
    return feeds.profiles().bylines(ids).values().stream()
        .sorted(Comparator.comparing(Byline::name, String.CASE_INSENSITIVE_ORDER))
        .toList();
  }

  public ReadOnlyObjectProperty<Hidden> hiddenProperty() {
    return hidden.getReadOnlyProperty();
  }

  @Override
  public void close() {
    events.close();
    query.close();
  }
}
