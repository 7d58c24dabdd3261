package org.tidings.ui.activity;

import java.util.List;
import java.util.Optional;
import org.tidings.feed.activity.Activity;
import org.tidings.feed.event.Subscription;
import org.tidings.feed.index.TimelineKey;
import org.tidings.ui.common.PagedRows;
import org.tidings.ui.workspace.Unseen;
import org.tidings.ui.workspace.Workspace;

/// What others did that concerns us, newest first. What is shown while the person is there counts
/// as seen, and stays marked as new until they come again. Confined to the screen thread.
public final class ActivityViewModel implements AutoCloseable {
  private final Workspace workspace;
  private final Unseen unseen;
  private final PagedRows<ActivityRow> rows;
  private final Subscription events;

  /// Written on the screen thread, read by questions: up to where the marks of news reach down.
  private volatile Optional<TimelineKey> seenBefore = Optional.empty();

  /// Written by questions, read on the screen thread: the number of what had come last when the
  /// first rows were asked for.
  private volatile long arrived;

  private boolean isHere;
  private boolean isInFront = true;

  public ActivityViewModel(Workspace workspace, Unseen unseen) {
    this.workspace = workspace;
    this.unseen = unseen;
    rows = workspace.pagedRows(this::after, row -> row.item().key());
    rows.onShown(this::see);
    events = workspace.followPosts(rows::refresh, rows::refreshAll);
  }

  private List<ActivityRow> after(Optional<ActivityRow> last, int limit) {
    if (last.isEmpty()) {
      arrived = workspace.feeds().log().lastArrival();
    }
    TimelineKey seen = seenBefore.orElseGet(this::lookUp);
    TimelineKey from = last.map(row -> row.item().key()).orElse(TimelineKey.TOP);
    Activity activity = workspace.feeds().activity();
    return activity.latest(Unseen.KINDS, from, limit).stream()
        .map(item -> new ActivityRow(item, activity.isUnseen(item, seen)))
        .toList();
  }

  private TimelineKey lookUp() {
    TimelineKey seen = unseen.seenOfActivity();
    seenBefore = Optional.of(seen);
    return seen;
  }

  public PagedRows<ActivityRow> rows() {
    return rows;
  }

  /// The person comes: what they have not seen so far is new to them.
  public void arrive() {
    isHere = true;
    seenBefore = Optional.empty();
    rows.refreshAll();
  }

  /// The person is elsewhere: what comes now is new when they come back.
  public void depart() {
    isHere = false;
  }

  /// Whether the window is before the person: what comes while it is not is new to them.
  public void look(boolean inFront) {
    isInFront = inFront;
    see();
  }

  private void see() {
    if (isHere && isInFront && !rows.rows().isEmpty()) {
      long newest = rows.rows().getFirst().item().key().shownMs();
      unseen.seeActivity(new TimelineKey(newest, arrived));
    }
  }

  @Override
  public void close() {
    events.close();
    rows.close();
  }
}
