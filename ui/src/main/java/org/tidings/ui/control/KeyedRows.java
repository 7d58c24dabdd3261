package org.tidings.ui.control;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.layout.VBox;

/// A short list whose rows stay the same nodes while what they show changes: nothing flickers, and
/// the focus stays where it is. Confined to the JavaFX thread.
public final class KeyedRows<T> extends VBox {
  private final Function<? super T, String> key;
  private final Function<? super T, ? extends Row<T>> make;
  private Map<String, Row<T>> rows = new HashMap<>();

  /// The node of one row.
  public interface Row<T> {
    Node node();

    /// Shows `item`, which has the same key as before.
    void show(T item);
  }

  /// @param key what makes two items the same row
  /// @param make a row that shows an item
  public KeyedRows(Function<? super T, String> key, Function<? super T, ? extends Row<T>> make) {
    this.key = key;
    this.make = make;
  }

  /// Shows `items` in their order, once each.
  public void show(List<T> items) {
    Map<String, Row<T>> shown = HashMap.newHashMap(items.size());
    List<Node> nodes = items.stream().map(item -> row(item, shown)).distinct().toList();
    rows = shown;
    if (!getChildren().equals(nodes)) {
      getChildren().setAll(nodes);
    }
  }

  private Node row(T item, Map<String, Row<T>> shown) {
    String id = key.apply(item);
    Row<T> row = rows.get(id);
    if (row == null) {
      row = shown.getOrDefault(id, make.apply(item));
    } else {
      row.show(item);
    }
    shown.put(id, row);
    return row.node();
  }
}
