package org.tidings.ui.timeline;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.tidings.feed.event.Subscription;
import org.tidings.feed.index.TimelineFilter;
import org.tidings.ui.common.Requery;
import org.tidings.ui.workspace.Workspace;

/// Who began to follow whom of late, as home tells it. Lines that are shown are brought up to date
/// in their places; new ones are taken in when they are asked for. Confined to the screen thread.
final class HomeFollows implements AutoCloseable {
  private static final Duration LATE = Duration.ofDays(14);
  private static final int MOST = 60;
  private static final Set<String> SHOWN = Set.of("contact", "about");

  private final Workspace workspace;
  private final TimelineFilter filter;
  private final ObservableList<FollowNews> lines = FXCollections.observableArrayList();
  private final Requery<List<FollowNews>> refresh;
  private final Subscription events;
  private boolean wanted;

  /// By those whose threads the filter shows, if they are people we follow.
  HomeFollows(Workspace workspace, TimelineFilter filter) {
    this.workspace = workspace;
    this.filter = filter;
    this.refresh =
        new Requery<>(
            workspace.background(), this::latest, this::refreshed, workspace.notices()::tell);
    this.events = workspace.followTypes(SHOWN, refresh::request);
  }

  /// The latest first.
  ObservableList<FollowNews> lines() {
    return lines;
  }

  /// Takes in everything newer, in its right order.
  void showNewer() {
    wanted = true;
    refresh.request();
  }

  private Callable<List<FollowNews>> latest() {
    if (filter == TimelineFilter.CHANNELS) {
      return List::of;
    }
    long since = workspace.environment().clock().instant().minus(LATE).toEpochMilli();
    boolean mutual = filter == TimelineFilter.FRIENDS;
    return () -> FollowNews.of(workspace.feeds().latestFollows().since(since, mutual, MOST));
  }

  private void refreshed(List<FollowNews> fresh) {
    List<FollowNews> next = wanted ? fresh : inPlace(fresh);
    wanted = false;
    if (!lines.equals(next)) {
      lines.setAll(next);
    }
  }

  private List<FollowNews> inPlace(List<FollowNews> fresh) {
    Map<FollowNews.Subject, FollowNews> now =
        fresh.stream().collect(Collectors.toMap(FollowNews::subject, Function.identity()));
    return lines.stream()
        .flatMap(
            line ->
                Optional.ofNullable(now.get(line.subject()))
                    .map(news -> news.at(line.times()))
                    .stream())
        .toList();
  }

  @Override
  public void close() {
    events.close();
    refresh.close();
  }
}
