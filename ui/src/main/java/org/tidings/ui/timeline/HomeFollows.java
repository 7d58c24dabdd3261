package org.tidings.ui.timeline;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.tidings.feed.event.Subscription;
import org.tidings.feed.index.Follow;
import org.tidings.feed.index.TimelineFilter;
import org.tidings.feed.index.TimelineKey;
import org.tidings.ui.common.Requery;
import org.tidings.ui.workspace.Workspace;

/// Who began to follow whom of late, as home tells it. Lines that are shown are brought up to date
/// in their places; new ones are counted, and taken in when they are asked for. Confined to the
/// screen thread.
final class HomeFollows implements AutoCloseable {
  private static final Duration LATE = Duration.ofDays(14);
  private static final int MOST = 60;
  private static final Set<String> SHOWN = Set.of("contact", "about");
  private static final TimelineKey BOTTOM = new TimelineKey(0, 0);

  private final Workspace workspace;
  private final TimelineFilter filter;
  private final BooleanSupplier movesNothing;
  private final ObservableList<FollowNews> lines = FXCollections.observableArrayList();
  private final Requery<Latest> refresh;
  private final Subscription events;
  private final ReadOnlyIntegerWrapper newer = new ReadOnlyIntegerWrapper();
  private boolean wanted;

  /// What is further down was left out when all were taken in.
  private TimelineKey bottom = BOTTOM;

  /// What was read.
  ///
  /// @param whole whether nothing was left out
  private record Latest(List<FollowNews> lines, boolean whole) {}

  /// By those whose threads the filter shows, if they are people we follow.
  ///
  /// @param movesNothing whether nothing is read that new lines would move
  HomeFollows(Workspace workspace, TimelineFilter filter, BooleanSupplier movesNothing) {
    this.workspace = workspace;
    this.filter = filter;
    this.movesNothing = movesNothing;
    this.refresh = workspace.requery(this::latest, this::refreshed);
    this.events = workspace.followTypes(SHOWN, refresh::request);
  }

  /// The latest first.
  ObservableList<FollowNews> lines() {
    return lines;
  }

  /// How many lines came after all were taken in, wherever they belong, and are not shown.
  ReadOnlyIntegerProperty newerProperty() {
    return newer.getReadOnlyProperty();
  }

  /// Takes in everything newer, in its right order.
  void showNewer() {
    wanted = true;
    refresh.request();
  }

  private Callable<Latest> latest() {
    if (filter == TimelineFilter.CHANNELS) {
      return () -> new Latest(List.of(), true);
    }
    long since = workspace.environment().clock().instant().minus(LATE).toEpochMilli();
    boolean mutual = filter == TimelineFilter.FRIENDS;
    return () -> {
      List<Follow> latest = workspace.feeds().latestFollows().since(since, mutual, MOST);
      return new Latest(FollowNews.of(latest), latest.size() < MOST);
    };
  }

  private void refreshed(Latest latest) {
    List<FollowNews> fresh = latest.lines();
    boolean all = wanted || movesNothing.getAsBoolean();
    List<FollowNews> next = all ? fresh : inPlace(fresh);
    wanted = false;
    if (all) {
      bottom = latest.whole() ? BOTTOM : fresh.getLast().times().key();
    }
    if (!lines.equals(next)) {
      lines.setAll(next);
    }
    newer.set((int) fresh.stream().filter(this::isNewer).count());
  }

  /// What was written long ago may come late.
  private boolean isNewer(FollowNews news) {
    return news.times().key().isNewerThan(bottom)
        && lines.stream().map(FollowNews::subject).noneMatch(news.subject()::equals);
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
