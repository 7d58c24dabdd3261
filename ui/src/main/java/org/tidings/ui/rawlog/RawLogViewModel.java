package org.tidings.ui.rawlog;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.tidings.feed.event.FeedEvent;
import org.tidings.feed.event.Subscription;
import org.tidings.feed.index.Byline;
import org.tidings.feed.log.LogFilter;
import org.tidings.feed.log.StoredMessage;
import org.tidings.feed.ref.FeedId;
import org.tidings.ui.common.PagedRows;
import org.tidings.ui.common.Requery;
import org.tidings.ui.workspace.Workspace;

/// The messages of all feeds or of one, the one that came last first. What comes meanwhile waits
/// until the person asks for it. Confined to the screen thread.
public final class RawLogViewModel implements AutoCloseable {
  private final Workspace workspace;
  private final LogFilter filter;
  private final PagedRows<RawRow> rows;
  private final ReadOnlyBooleanWrapper newer = new ReadOnlyBooleanWrapper();
  private final ReadOnlyObjectWrapper<Optional<Byline>> author =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final Requery<Boolean> watch;
  private final Subscription events;

  /// @param feed whose messages; empty for all
  public RawLogViewModel(Workspace workspace, Optional<FeedId> feed) {
    this.workspace = workspace;
    filter = feed.map(LogFilter::by).orElse(LogFilter.EVERYTHING);
    rows = workspace.pagedRows(this::after, RawRow::id);
    watch = workspace.requery(this::hasNewer, newer::set);
    events = workspace.follow(FeedEvent.MessagesAppended.class::isInstance, watch::request);
    rows.refresh();
    feed.ifPresent(this::nameAuthor);
  }

  private void nameAuthor(FeedId feed) {
    workspace
        .background()
        .ask(
            () -> workspace.feeds().profiles().byline(feed),
            found -> author.set(Optional.of(found)),
            workspace.notices()::tell);
  }

  private List<RawRow> after(Optional<RawRow> last, int limit) {
    long before = last.map(row -> row.message().arrival().number()).orElse(Long.MAX_VALUE);
    List<StoredMessage> page = workspace.feeds().log().newest(filter, before, limit);
    Collection<FeedId> authors =
        page.stream().map(StoredMessage::author).collect(Collectors.toSet());
    Map<FeedId, Byline> names = workspace.feeds().profiles().bylines(authors);
    return page.stream()
        .map(message -> RawRow.of(message, Objects.requireNonNull(names.get(message.author()))))
        .toList();
  }

  private Callable<Boolean> hasNewer() {
    Optional<StoredMessage> first = rows.rows().stream().map(RawRow::message).findFirst();
    return () ->
        !workspace.feeds().log().newest(filter, Long.MAX_VALUE, 1).stream()
            .findFirst()
            .equals(first);
  }

  public PagedRows<RawRow> rows() {
    return rows;
  }

  /// Whether something came that is not among the rows.
  public ReadOnlyBooleanProperty newerProperty() {
    return newer.getReadOnlyProperty();
  }

  /// Whose messages these are; empty where they are everybody's, and until that is known.
  public ReadOnlyObjectProperty<Optional<Byline>> authorProperty() {
    return author.getReadOnlyProperty();
  }

  /// Takes in what came meanwhile.
  public void showNewer() {
    newer.set(false);
    rows.refresh();
  }

  @Override
  public void close() {
    events.close();
    watch.close();
    rows.close();
  }
}
