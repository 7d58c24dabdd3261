package org.tidings.ui.control;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.TraversalDirection;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// A short list whose rows stay the same nodes while what they show changes: nothing flickers, and
/// the focus stays where it is. From a row that goes it moves on to one beside it. However many
/// there are, no more are made at once than a person looks at; the rest on request. Confined to the
/// JavaFX thread.
public final class KeyedRows<T> extends VBox {
  private static final int PAGE = 30;

  private final Function<? super T, String> key;
  private final Function<? super T, ? extends Row<T>> make;
  private final Button more = Buttons.plain("rows.more", this::showMore);
  private Map<String, Row<T>> rows = new LinkedHashMap<>();
  private List<T> items = List.of();
  private int most = PAGE;
  private Consumer<Node> leave = KeyedRows::leave;

  /// One row.
  public abstract static class Row<T> extends HBox {
    /// Shows `item`, which has the same key as before.
    public abstract void show(T item);

    /// Takes the focus.
    public void enter() {
      requestFocus();
    }
  }

  /// @param key what makes two items the same row
  /// @param make a row that shows an item
  public KeyedRows(Function<? super T, String> key, Function<? super T, ? extends Row<T>> make) {
    this.key = key;
    this.make = make;
  }

  /// Has the keyboard go on elsewhere than at what comes next in the window when the row it is at
  /// goes and none is left.
  public void whenLeft(Runnable elsewhere) {
    leave = going -> elsewhere.run();
  }

  /// Shows `next` in their order, once each.
  public void show(List<T> next) {
    items = next;
    Map<String, Row<T>> shown = LinkedHashMap.newLinkedHashMap(Math.min(most, next.size()));
    Stream<Node> first = next.stream().limit(most).<Node>map(item -> row(item, shown)).distinct();
    List<Node> nodes =
        Stream.concat(first, Stream.<Node>of(more).limit(next.size() > most ? 1 : 0)).toList();
    List<Row<T>> before = List.copyOf(rows.values());
    rows = shown;
    if (!getChildren().equals(nodes)) {
      moveOn(before, shown.values());
      getChildren().setAll(nodes);
    }
  }

  /// Goes on at the first of those that were not shown yet.
  private void showMore() {
    int seen = rows.size();
    most += PAGE;
    show(items);
    rows.values().stream().skip(seen).findFirst().ifPresent(Row::enter);
  }

  private void moveOn(List<Row<T>> before, Collection<Row<T>> after) {
    before.stream()
        .filter(row -> Focus.isIn(row) && !after.contains(row))
        .forEach(going -> moveOn(before, before.indexOf(going), after));
  }

  private void moveOn(List<Row<T>> before, int place, Collection<Row<T>> after) {
    Stream<Row<T>> below = before.subList(place, before.size()).stream();
    Stream<Row<T>> above = before.subList(0, place).reversed().stream();
    Node going = before.get(place);
    Stream.concat(below, above)
        .filter(after::contains)
        .findFirst()
        .ifPresentOrElse(Row::enter, () -> leave.accept(going));
  }

  /// What goes cannot have the focus, and so it does not stay within.
  private static void leave(Node going) {
    going.setDisable(true);
    going.requestFocusTraversal(TraversalDirection.NEXT);
  }

  private Row<T> row(T item, Map<String, Row<T>> shown) {
    String id = key.apply(item);
    Row<T> row = rows.get(id);
    if (row == null) {
      row = shown.getOrDefault(id, make.apply(item));
    } else {
      row.show(item);
    }
    shown.put(id, row);
    return row;
  }
}
