package org.tidings.ui;

import java.util.Optional;
import java.util.Set;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListCell;
import org.jspecify.annotations.Nullable;

/// What a screen reader tells of rows, and of what the focus can come to: what it is called, and
/// what kind of thing it is. For use on the JavaFX thread.
final class Spoken {
  /// These are of no kind that means anything to a person.
  private static final Set<AccessibleRole> NO_KIND =
      Set.of(AccessibleRole.NODE, AccessibleRole.PARENT);

  private Spoken() {}

  /// What is missing.
  static Optional<String> fault(Node node) {
    if (!isCome(node)) {
      return Optional.empty();
    }
    if (!isNamed(node)) {
      return Optional.of("without a name: " + node);
    }
    return NO_KIND.contains(node.getAccessibleRole())
        ? Optional.of("without a role: " + node)
        : Optional.empty();
  }

  /// Not the cell in which a box shows what is chosen: that is told by the box.
  private static boolean isCome(Node node) {
    return node instanceof ListCell<?> cell
        ? !cell.isEmpty() && !(cell.getParent() instanceof ComboBox)
        : node.isFocusTraversable();
  }

  private static boolean isNamed(Node node) {
    return isWord(node.getAccessibleText())
        || (node instanceof Labeled it && isWord(it.getText()))
        || (isMenuItem(node) && isWord(node.queryAccessibleAttribute(AccessibleAttribute.TEXT)));
  }

  /// What is in a menu says the name of its item, and what a field says is written in it.
  private static boolean isMenuItem(Node node) {
    return node.getAccessibleRole() == AccessibleRole.MENU_ITEM;
  }

  private static boolean isWord(@Nullable Object text) {
    return text instanceof String said && !said.isBlank();
  }
}
