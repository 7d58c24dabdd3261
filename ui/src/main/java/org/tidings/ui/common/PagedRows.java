package org.tidings.ui.common;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// A list from the database, read on page by page as the person goes down, and brought up to date
/// in its place. Confined to the screen thread.
public final class PagedRows<T> implements AutoCloseable {
  private static final int PAGE = 20;
  private static final int MOST_REFRESHED = 200;

  private final Source<T> source;
  private final ObservableList<T> rows = FXCollections.observableArrayList();
  private final ReadOnlyBooleanWrapper loaded = new ReadOnlyBooleanWrapper();
  private final Requery<Page<T>> refresh;
  private final Requery<List<T>> next;
  private Runnable shown = () -> {};
  private boolean atEnd;

  /// Where the rows come from; asked off the screen thread.
  public interface Source<T> {
    /// At most `limit` rows after `last`; from the beginning where that is empty.
    List<T> after(Optional<T> last, int limit);
  }

  /// The first rows as they are now.
  private record Page<T>(List<T> rows, boolean whole) {}

  public PagedRows(Background background, Source<T> source, Consumer<Problem> trouble) {
    this.source = source;
    refresh = new Requery<>(background, this::first, this::show, trouble);
    next = new Requery<>(background, this::following, this::append, trouble);
  }

  public ObservableList<T> rows() {
    return rows;
  }

  /// Whether the first answer has come; before, an empty list means nothing.
  public ReadOnlyBooleanProperty loadedProperty() {
    return loaded.getReadOnlyProperty();
  }

  /// Runs `after` each time the first rows have been brought up to date, changed or not.
  public void onShown(Runnable after) {
    shown = after;
  }

  /// Asks for what is shown again.
  public void refresh() {
    refresh.request();
  }

  /// Continues downwards, if there is more.
  public void more() {
    if (!atEnd && !rows.isEmpty()) {
      next.request();
    }
  }

  private Callable<Page<T>> first() {
    int count = Math.clamp(rows.size(), PAGE, MOST_REFRESHED);
    return () -> {
      List<T> first = source.after(Optional.empty(), count);
      return new Page<>(first, first.size() < count);
    };
  }

  private void show(Page<T> page) {
    atEnd = page.whole;
    Rows.show(rows, page.rows);
    loaded.set(true);
    shown.run();
  }

  private Callable<List<T>> following() {
    Optional<T> last = Optional.of(rows.getLast());
    return () -> source.after(last, PAGE);
  }

  private void append(List<T> page) {
    atEnd = page.size() < PAGE;
    rows.addAll(page.stream().filter(row -> !rows.contains(row)).toList());
  }

  @Override
  public void close() {
    refresh.close();
    next.close();
  }
}
