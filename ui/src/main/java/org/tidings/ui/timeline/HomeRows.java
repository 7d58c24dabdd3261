package org.tidings.ui.timeline;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.InvalidationListener;
import javafx.beans.value.ObservableBooleanValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.tidings.feed.index.PostView;
import org.tidings.feed.index.ThreadSummary;
import org.tidings.feed.index.TimelineKey;
import org.tidings.ui.common.Rows;

/// The rows of home: first the posts whose history is still arriving, then the threads, and among
/// them by time who follows whom; below them how to find people where nobody is followed. Confined
/// to the screen thread.
final class HomeRows {
  private final ObservableList<PostView> arriving;
  private final ObservableList<FollowNews> follows;
  private final ObservableList<ThreadSummary> threads;
  private final ObservableBooleanValue atEnd;
  private final ObservableBooleanValue alone;
  private final ObservableList<HomeRow> rows = FXCollections.observableArrayList();

  /// Follows all of these.
  ///
  /// @param atEnd whether there are no threads below the last
  /// @param alone whether we follow nobody; an empty list says so by itself
  HomeRows(
      ObservableList<PostView> arriving,
      ObservableList<FollowNews> follows,
      ObservableList<ThreadSummary> threads,
      ObservableBooleanValue atEnd,
      ObservableBooleanValue alone) {
    this.arriving = arriving;
    this.follows = follows;
    this.threads = threads;
    this.atEnd = atEnd;
    this.alone = alone;
    InvalidationListener changed = source -> Rows.show(rows, inOrder());
    List.of(arriving, follows, threads, atEnd, alone)
        .forEach(source -> source.addListener(changed));
    Rows.show(rows, inOrder());
  }

  ObservableList<HomeRow> rows() {
    return rows;
  }

  private List<HomeRow> inOrder() {
    List<HomeRow> all = new ArrayList<>();
    arriving.forEach(post -> all.add(new HomeRow.Arriving(post, all.isEmpty())));
    int told = 0;
    for (ThreadSummary thread : threads) {
      while (told < follows.size() && isNewer(follows.get(told), thread.key())) {
        all.add(new HomeRow.Followed(follows.get(told++)));
      }
      all.add(new HomeRow.Whole(thread));
    }
    // Below the last thread there may be others, which belong between.
    if (atEnd.get()) {
      follows.subList(told, follows.size()).forEach(news -> all.add(new HomeRow.Followed(news)));
    }
    if (alone.get() && !threads.isEmpty()) {
      all.add(new HomeRow.Alone());
    }
    return all;
  }

  private static boolean isNewer(FollowNews news, TimelineKey place) {
    return news.times().key().isNewerThan(place);
  }
}
