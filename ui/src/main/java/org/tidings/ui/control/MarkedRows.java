package org.tidings.ui.control;

import java.util.List;
import java.util.stream.Stream;
import javafx.collections.FXCollections;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Rows of which one is marked while the keyboard stays where one writes, below each other, maybe
/// with titles between them. Confined to the JavaFX thread.
public final class MarkedRows extends VBox {
  /// @param name what a screen reader says of all
  public MarkedRows(String name, String style) {
    setAccessibleRole(AccessibleRole.LIST_VIEW);
    setAccessibleText(name);
    getStyleClass().add(style);
  }

  List<MarkedRow> all() {
    return getChildren().stream()
        .flatMap(node -> node instanceof MarkedRow row ? Stream.of(row) : Stream.empty())
        .toList();
  }

  /// What screen readers ask of a list whose rows they tell of.
  @Override
  public @Nullable Object queryAccessibleAttribute(
      AccessibleAttribute attribute, Object... parameters) {
    return switch (attribute) {
      case ITEM_COUNT -> all().size();
      case ITEM_AT_INDEX -> all().get((Integer) parameters[0]);
      case SELECTED_ITEMS ->
          FXCollections.observableArrayList(all().stream().filter(MarkedRow::isMarked).toList());
      default -> super.queryAccessibleAttribute(attribute, parameters);
    };
  }
}
