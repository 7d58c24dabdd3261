package org.tidings.ui.channel;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.tidings.feed.channel.ActiveChannel;
import org.tidings.feed.channel.ChannelView;
import org.tidings.feed.channel.Channels;
import org.tidings.feed.event.Subscription;
import org.tidings.ui.common.Requery;
import org.tidings.ui.common.Rows;
import org.tidings.ui.workspace.Workspace;

/// The channels we subscribe to, and then those in which most was said lately. Confined to the
/// screen thread.
public final class ChannelsViewModel implements AutoCloseable {
  private static final Duration LATELY = Duration.ofDays(60);
  private static final int MOST_ACTIVE = 60;

  /// More than anybody reads.
  private static final int MOST_OURS = 1_000;

  private final Workspace workspace;
  private final ObservableList<ChannelRow> rows = FXCollections.observableArrayList();
  private final ReadOnlyBooleanWrapper loaded = new ReadOnlyBooleanWrapper();
  private final Requery<List<ChannelRow>> query;
  private final Subscription events;

  public ChannelsViewModel(Workspace workspace) {
    this.workspace = workspace;
    query = workspace.requery(this::question, this::show);
    events = workspace.followTypes(Set.of("channel", "post"), query::request);
    query.request();
  }

  private Callable<List<ChannelRow>> question() {
    long since = workspace.environment().clock().instant().minus(LATELY).toEpochMilli();
    return () -> rows(workspace.feeds().channels(), since);
  }

  private List<ChannelRow> rows(Channels channels, long since) {
    List<ChannelView> ours = channels.of(workspace.self(), "", MOST_OURS);
    Set<String> names = ours.stream().map(ChannelView::name).collect(Collectors.toSet());
    List<ActiveChannel> active = channels.active(since, MOST_ACTIVE);
    List<ChannelRow> found = new ArrayList<>();
    section(found, ChannelRow.Section.OURS, ours.stream().map(view -> row(view, active)).toList());
    section(
        found,
        ChannelRow.Section.ACTIVE,
        active.stream()
            .filter(one -> !names.contains(one.channel().name()))
            .map(one -> new ChannelRow.Of(one.channel(), one.posts()))
            .toList());
    return found;
  }

  private static void section(
      List<ChannelRow> found, ChannelRow.Section section, List<ChannelRow.Of> rows) {
    if (!rows.isEmpty()) {
      found.add(new ChannelRow.Title(section));
      found.addAll(rows);
    }
  }

  private static ChannelRow.Of row(ChannelView view, List<ActiveChannel> active) {
    int posts =
        active.stream()
            .filter(one -> one.channel().name().equals(view.name()))
            .mapToInt(ActiveChannel::posts)
            .findFirst()
            .orElse(0);
    return new ChannelRow.Of(view, posts);
  }

  private void show(List<ChannelRow> found) {
    Rows.show(rows, found);
    loaded.set(true);
  }

  public ObservableList<ChannelRow> rows() {
    return rows;
  }

  public ReadOnlyBooleanProperty loadedProperty() {
    return loaded.getReadOnlyProperty();
  }

  @Override
  public void close() {
    events.close();
    query.close();
  }
}
