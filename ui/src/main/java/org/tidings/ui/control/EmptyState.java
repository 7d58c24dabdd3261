package org.tidings.ui.control;

import javafx.scene.control.Button;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.tidings.ui.common.Texts;
import org.tidings.ui.navigation.Navigator;
import org.tidings.ui.navigation.Place;

/// What stands where there is nothing yet: a kind sentence and at most two things to do.
public final class EmptyState extends VBox {
  /// Words from the bundle: `key.title` and `key.text`.
  public EmptyState(Feather icon, String key) {
    this(icon, Texts.of(key + ".title"), Texts.of(key + ".text"));
  }

  private EmptyState(Feather icon, String title, String text) {
    var picture = new Icon(icon);
    picture.getStyleClass().add("empty-icon");
    getChildren().setAll(picture, Words.of(title, "empty-title"), Words.of(text, "empty-text"));
    getStyleClass().add("empty-state");
  }

  /// One with a sentence of its own.
  ///
  /// @param title key of the words above it
  public EmptyState(Feather icon, String title, String sentence, Button action) {
    this(icon, Texts.of(title), sentence);
    getChildren().add(action);
  }

  public EmptyState(Feather icon, String key, Button action) {
    this(icon, key);
    getChildren().add(action);
  }

  /// Of what is not here and may come from others: leads to the connections.
  public static EmptyState missing(Feather icon, String key, Navigator navigator) {
    return new EmptyState(icon, key, connections(navigator));
  }

  /// A button that leads to the connections.
  public static Button connections(Navigator navigator) {
    return Buttons.primary("rail.peers", () -> navigator.go(new Place.Peers()));
  }

  /// @param second what else one may do
  public EmptyState(Feather icon, String key, Button action, Button second) {
    this(icon, key);
    FlowPane actions = new FlowPane(action, second);
    actions.getStyleClass().add("empty-actions");
    getChildren().add(actions);
  }
}
