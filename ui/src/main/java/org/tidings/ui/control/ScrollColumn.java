package org.tidings.ui.control;

import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.tidings.ui.common.Texts;

/// A column of readable width in the middle of a screen, scrolled where it is too long; what gets
/// the focus comes into view. Confined to the JavaFX thread.
public final class ScrollColumn extends ScrollPane {
  private static final double MARGIN = 16;

  private final VBox column;

  public ScrollColumn(Node... parts) {
    column = new VBox(parts);
    column.getStyleClass().add("column");
    HBox.setHgrow(column, Priority.ALWAYS);
    HBox middle = new HBox(column);
    middle.getStyleClass().add("row-column");
    setContent(middle);
    setFitToWidth(true);
    setFocusTraversable(false);
    getStyleClass().add("scroll-column");
    sceneProperty()
        .flatMap(scene -> scene.focusOwnerProperty())
        .subscribe(
            focused -> {
              if (focused != null) {
                bringIntoView(focused);
              }
            });
  }

  /// Named parts of a column, with words from the bundle.
  public static VBox section(String key, Node... parts) {
    Label title = new Label(Texts.of(key));
    title.getStyleClass().add("section-title");
    VBox section = new VBox(title);
    section.getChildren().addAll(parts);
    section.getStyleClass().add("section");
    return section;
  }

  /// Words that explain something.
  public static Words hint(String words) {
    return new Words(words, "hint");
  }

  private void bringIntoView(Node focused) {
    if (!Focus.isIn(column)) {
      return;
    }
    Bounds at = getContent().sceneToLocal(focused.localToScene(focused.getLayoutBounds()));
    double hidden = getContent().getLayoutBounds().getHeight() - getViewportBounds().getHeight();
    if (hidden <= 0) {
      return;
    }
    double top = getVvalue() * hidden;
    double bottom = top + getViewportBounds().getHeight();
    if (at.getMinY() < top) {
      setVvalue(Math.max(0, at.getMinY() - MARGIN) / hidden);
    } else if (at.getMaxY() > bottom) {
      double over = at.getMaxY() - bottom + MARGIN;
      setVvalue(Math.min(1, (top + over) / hidden));
    }
  }
}
