package org.tidings.ui.shell;

import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
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
  private Optional<String> state = Optional.empty();
  private boolean narrow;

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

  /// Whether the person is there.
  boolean isHere() {
    return button.getPseudoClassStates().contains(HERE);
  }

  /// Puts a sign at the end; it says nothing by itself.
  RailEntry with(Node sign) {
    sign.setMouseTransparent(true);
    getChildren().add(sign);
    this.sign = Optional.of(sign);
    place(sign);
    return this;
  }

  /// In a narrow rail its icon stands for it, and its name shows where the mouse rests.
  void narrow(boolean narrow) {
    this.narrow = narrow;
    button.setContentDisplay(narrow ? ContentDisplay.GRAPHIC_ONLY : ContentDisplay.LEFT);
    sign.ifPresent(this::place);
    explain();
    requestLayout();
  }

  private void place(Node sign) {
    StackPane.setAlignment(sign, narrow ? Pos.TOP_RIGHT : Pos.CENTER_RIGHT);
  }

  /// Room for its name, as it is while the person is there, and for the sign beside it.
  @Override
  protected double computePrefWidth(double height) {
    if (narrow) {
      return snapSizeX(button.prefWidth(-1));
    }
    Font font = button.getFont();
    Font here = Font.font("Inter SemiBold", font.getSize());
    double grown = Math.max(0, wide(here) - wide(font));
    double beside = sign.map(shown -> GAP + shown.prefWidth(-1)).orElse(0.0);
    return snapSizeX(button.prefWidth(-1) + grown + beside);
  }

  /// In a narrow rail the sign lies over the icon.
  @Override
  protected double computeMinWidth(double height) {
    return narrow ? snapSizeX(button.minWidth(-1)) : super.computeMinWidth(height);
  }

  private double wide(Font font) {
    Text words = new Text(name);
    words.setFont(font);
    return words.getLayoutBounds().getWidth();
  }

  /// Says in words what waits there.
  void say(String state) {
    this.state = Optional.of(state);
    button.setAccessibleText(withState());
    explain();
  }

  private String withState() {
    return state.map(now -> name + ", " + now).orElse(name);
  }

  private void explain() {
    Optional<String> words = narrow ? Optional.of(withState()) : state;
    button.setTooltip(words.map(Tooltip::new).orElse(null));
  }
}
