package org.tidings.ui.timeline;

import java.util.List;
import java.util.function.Function;
import javafx.collections.ListChangeListener.Change;
import javafx.collections.ObservableList;
import javafx.collections.ObservableListBase;
import org.tidings.feed.index.PostView;
import org.tidings.feed.index.ThreadSummary;

/// The rows of home: first the posts whose history is still arriving, then the threads. Confined to
/// the screen thread.
final class HomeRows extends ObservableListBase<HomeRow> {
  private final ObservableList<PostView> arriving;
  private final ObservableList<ThreadSummary> threads;

  /// Follows both lists; of the first, all are always replaced together.
  HomeRows(ObservableList<PostView> arriving, ObservableList<ThreadSummary> threads) {
    this.arriving = arriving;
    this.threads = threads;
    arriving.addListener(
        (Change<? extends PostView> change) ->
            follow(change, 0, post -> new HomeRow.Arriving(post, false)));
    threads.addListener(
        (Change<? extends ThreadSummary> change) ->
            follow(change, arriving.size(), HomeRow.Whole::new));
  }

  @Override
  public HomeRow get(int index) {
    return index < arriving.size()
        ? new HomeRow.Arriving(arriving.get(index), index == 0)
        : new HomeRow.Whole(threads.get(index - arriving.size()));
  }

  @Override
  public int size() {
    return arriving.size() + threads.size();
  }

  private <T> void follow(Change<? extends T> change, int offset, Function<T, HomeRow> row) {
    beginChange();
    while (change.next()) {
      List<HomeRow> removed = change.getRemoved().stream().<HomeRow>map(row).toList();
      nextReplace(offset + change.getFrom(), offset + change.getTo(), removed);
    }
    endChange();
  }
}
