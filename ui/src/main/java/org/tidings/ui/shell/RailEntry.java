package org.tidings.ui.shell;

import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.feather.Feather;
import org.tidings.ui.common.Texts;
import org.tidings.ui.control.Icon;
import org.tidings.ui.navigation.Navigator;
import org.tidings.ui.navigation.Place;

/// One way to go, with a sign of what waits there. Confined to the JavaFX thread.
final class RailEntry extends StackPane {
  private static final PseudoClass HERE = PseudoClass.getPseudoClass("here");

  private final String name;
  private final Button button;

  RailEntry(Feather icon, String key, Runnable action) {
    name = Texts.of(key);
    StackPane room = new StackPane(new Icon(icon));
    room.getStyleClass().add("rail-icon");
    button = new Button(name, room);
    button.getStyleClass().add("rail-entry");
    button.setMaxWidth(Double.MAX_VALUE);
    button.setMinHeight(USE_PREF_SIZE);
    button.setOnAction(event -> action.run());
    getChildren().setAll(button);
  }

  /// Leads to `place`, and shows when the person is there.
  static RailEntry to(Place place, Feather icon, String key, Navigator navigator) {
    RailEntry entry = new RailEntry(icon, key, () -> navigator.go(place));
    navigator
        .placeProperty()
        .subscribe(now -> entry.button.pseudoClassStateChanged(HERE, now.equals(place)));
    return entry;
  }

  /// Puts a sign at the end; it says nothing by itself.
  RailEntry with(Node sign) {
    sign.setMouseTransparent(true);
    StackPane.setAlignment(sign, Pos.CENTER_RIGHT);
    getChildren().add(sign);
    return this;
  }

  /// Says in words what waits there.
  void say(String state) {
    button.setAccessibleText(name + ", " + state);
    button.setTooltip(new Tooltip(state));
  }
}
