package org.tidings.ui.control;

import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;
import org.tidings.ui.navigation.Navigator;

/// The strip above a screen: the way back, where the person is, and what may be done there.
/// Confined to the JavaFX thread.
public final class ScreenHeader extends HBox {
  private final Label title = new Label();

  public ScreenHeader(Navigator navigator, String title, Node... actions) {
    Button back = Buttons.icon(Feather.ARROW_LEFT, "shell.back", navigator::back);
    back.visibleProperty().bind(navigator.canGoBackProperty());
    back.managedProperty().bind(back.visibleProperty());
    show(title);
    this.title.getStyleClass().add("screen-title");
    this.title.setMinWidth(0);
    this.title.setAccessibleRole(AccessibleRole.TEXT);
    Region room = new Region();
    HBox.setHgrow(room, Priority.ALWAYS);
    getChildren().addAll(back, this.title, room);
    getChildren().addAll(actions);
    getStyleClass().add("screen-header");
  }

  /// Puts a sign before the name.
  public void mark(Feather icon) {
    title.setGraphic(new Icon(icon));
  }

  /// Names the place anew.
  public void show(String name) {
    title.setText(name);
  }
}
