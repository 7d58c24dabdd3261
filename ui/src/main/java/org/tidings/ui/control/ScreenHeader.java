package org.tidings.ui.control;

import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.feather.Feather;
import org.tidings.ui.navigation.Navigator;

/// The strip above a screen: the way back, where the person is, and what may be done there.
/// Confined to the JavaFX thread.
public final class ScreenHeader extends HBox {
  private final StackPane sign = new StackPane();
  private final NameLabel title;

  public ScreenHeader(Navigator navigator, String title, Node... actions) {
    Button back = Buttons.icon(Feather.ARROW_LEFT, "shell.back", navigator::back);
    back.visibleProperty().bind(navigator.canGoBackProperty());
    back.managedProperty().bind(back.visibleProperty());
    sign.getStyleClass().add("screen-sign");
    Shown.when(false, sign);
    this.title = new NameLabel(title, "screen-title");
    this.title.setAccessibleRole(AccessibleRole.TEXT);
    // In a room as high as the strip its words would stand at the top.
    this.title.setMaxHeight(USE_PREF_SIZE);
    Region room = new Region();
    HBox.setHgrow(room, Priority.ALWAYS);
    getChildren().addAll(back, sign, this.title, room);
    getChildren().addAll(actions);
    getStyleClass().add("screen-header");
  }

  /// Puts a sign before the name.
  public void mark(Feather icon) {
    sign.getChildren().setAll(new Icon(icon));
    Shown.when(true, sign);
  }

  /// Names the place anew.
  public void show(String name) {
    title.show(name);
  }
}
