package org.tidings.ui.control;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.tidings.ui.common.Texts;
import org.tidings.ui.text.FlowText;

/// A column of readable width in the middle of a screen, scrolled where it is too long. Confined to
/// the JavaFX thread.
public final class ScrollColumn extends ScrollPane {
  public ScrollColumn(Node... parts) {
    super(inMiddle(parts));
    setFitToWidth(true);
    setFocusTraversable(false);
    getStyleClass().add("scroll-column");
    Focus.keepInView(this);
  }

  private static HBox inMiddle(Node... parts) {
    VBox column = new VBox(parts);
    column.getStyleClass().add("column");
    HBox.setHgrow(column, Priority.ALWAYS);
    HBox middle = new HBox(column);
    middle.getStyleClass().add("row-column");
    return middle;
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
  public static FlowText hint(String words) {
    return Words.of(words, "hint");
  }
}
