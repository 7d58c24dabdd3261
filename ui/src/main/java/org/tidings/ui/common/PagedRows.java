package org.tidings.ui.common;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
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
  private final Function<? super T, ?> key;
  private final ObservableList<T> rows = FXCollections.observableArrayList();
  private final ReadOnlyBooleanWrapper loaded = new ReadOnlyBooleanWrapper();
  private final Requery<Page<T>> refresh;
  private final Requery<List<T>> next;
  private Runnable shown = () -> {};
  private boolean atEnd;
  private boolean all;

  /// Where the rows come from; asked off the screen thread.
  public interface Source<T> {
    /// At most `limit` rows after `last`; from the beginning where that is empty.
    List<T> after(Optional<T> last, int limit);
  }

  /// The first rows as they are now.
  private record Page<T>(List<T> rows, boolean whole) {}

  /// @param key what makes two items the same row, where they are not equal because something
  ///     changed in it
  public PagedRows(
      Background background,
      Source<T> source,
      Function<? super T, ?> key,
      Consumer<Problem> trouble) {
    this.source = source;
    this.key = key;
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

  /// Asks for the first rows again, where something came or changed. What has been read further
  /// down stays as it is.
  public void refresh() {
    refresh.request();
  }

  /// Asks for all that is shown again, where some of it may be gone.
  public void refreshAll() {
    all = true;
    refresh.request();
  }

  /// Continues downwards, if there is more.
  public void more() {
    if (!atEnd && !rows.isEmpty()) {
      next.request();
    }
  }

  private Callable<Page<T>> first() {
    int count = Math.clamp(rows.size(), PAGE, all ? Integer.MAX_VALUE : MOST_REFRESHED);
    all = false;
    return () -> {
      List<T> first = source.after(Optional.empty(), count);
      return new Page<>(first, first.size() < count);
    };
  }

  private void show(Page<T> page) {
    atEnd = page.whole;
    List<T> fresh = new ArrayList<>(page.rows);
    fresh.addAll(page.whole ? List.of() : Rows.below(rows, page.rows, key));
    Rows.show(rows, fresh);
    loaded.set(true);
    shown.run();
  }

  /// Nothing where all rows went meanwhile.
  private Callable<List<T>> following() {
    Optional<T> last = rows.isEmpty() ? Optional.empty() : Optional.of(rows.getLast());
    return () -> last.isEmpty() ? List.of() : source.after(last, PAGE);
  }

  private void append(List<T> page) {
    atEnd = page.size() < PAGE;
    Set<Object> shown = rows.stream().<Object>map(key).collect(Collectors.toSet());
    rows.addAll(page.stream().filter(row -> !shown.contains(key.apply(row))).toList());
  }

  @Override
  public void close() {
    refresh.close();
    next.close();
  }
}
