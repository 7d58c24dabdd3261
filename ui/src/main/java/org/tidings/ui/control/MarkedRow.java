package org.tidings.ui.control;

import javafx.css.PseudoClass;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;

/// One of some [MarkedRows], on a line or a few. Confined to the JavaFX thread.
public abstract class MarkedRow extends HBox {
  private static final PseudoClass MARKED = PseudoClass.getPseudoClass("marked");

  private boolean marked;

  @SuppressWarnings("this-escape") // of what HBox has already made
  protected MarkedRow() {
    setAccessibleRole(AccessibleRole.LIST_ITEM);
  }

  /// Shows that it is the one that Enter takes, or that it is not any more.
  public final void mark(boolean now) {
    marked = now;
    pseudoClassStateChanged(MARKED, now);
  }

  final boolean isMarked() {
    return marked;
  }

  /// Its number and whether it is marked: screen readers ask for them of whatever is in a list.
  @Override
  public @Nullable Object queryAccessibleAttribute(
      AccessibleAttribute attribute, Object... parameters) {
    return switch (attribute) {
      case INDEX -> getParent() instanceof MarkedRows rows ? rows.all().indexOf(this) : 0;
      case SELECTED -> marked;
      default -> super.queryAccessibleAttribute(attribute, parameters);
    };
  }
}
