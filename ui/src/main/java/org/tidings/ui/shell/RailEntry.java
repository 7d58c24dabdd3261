package org.tidings.ui.shell;

import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.StackPane;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import org.kordamp.ikonli.feather.Feather;
import org.tidings.ui.common.Texts;
import org.tidings.ui.control.Icon;
import org.tidings.ui.navigation.Navigator;
import org.tidings.ui.navigation.Place;

/// One way to go, with a sign of what waits there. Confined to the JavaFX thread.
final class RailEntry extends StackPane {
  private static final PseudoClass HERE = PseudoClass.getPseudoClass("here");

  /// Between its name and a sign.
  private static final double GAP = 6;

  private final String name;
  private final Button button;
  private Optional<Node> sign = Optional.empty();

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
    this.sign = Optional.of(sign);
    return this;
  }

  /// Room for its name, as it is while the person is there, and for the sign beside it.
  @Override
  protected double computePrefWidth(double height) {
    Font font = button.getFont();
    Font here = Font.font("Inter SemiBold", font.getSize());
    double grown = Math.max(0, wide(here) - wide(font));
    double beside = sign.map(shown -> GAP + shown.prefWidth(-1)).orElse(0.0);
    return snapSizeX(button.prefWidth(-1) + grown + beside);
  }

  private double wide(Font font) {
    Text words = new Text(name);
    words.setFont(font);
    return words.getLayoutBounds().getWidth();
  }

  /// Says in words what waits there.
  void say(String state) {
    button.setAccessibleText(name + ", " + state);
    button.setTooltip(new Tooltip(state));
  }
}
