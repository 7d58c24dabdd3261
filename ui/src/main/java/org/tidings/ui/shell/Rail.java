package org.tidings.ui.shell;

import javafx.css.PseudoClass;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.tidings.ui.common.Texts;
import org.tidings.ui.control.Icon;
import org.tidings.ui.navigation.Navigator;
import org.tidings.ui.navigation.Place;
import org.tidings.ui.peers.Lamp;
import org.tidings.ui.peers.LightViewModel;
import org.tidings.ui.workspace.Workspace;

/// The places a person can always go to. Confined to the JavaFX thread.
final class Rail extends VBox {
  private static final PseudoClass HERE = PseudoClass.getPseudoClass("here");

  private static final Insets BELOW_NEW_POST = new Insets(0, 0, 12, 0);

  private final Navigator navigator;
  private final LightViewModel light;

  /// Its entries lead away through `workspace`; `search` opens the field to find things.
  Rail(Workspace workspace, Runnable search) {
    this.navigator = workspace.navigator();
    this.light = new LightViewModel(workspace);
    Region room = new Region();
    VBox.setVgrow(room, Priority.ALWAYS);
    getChildren()
        .setAll(
            newPost(),
            search(search),
            entry(Feather.HOME, "rail.home", new Place.Home()),
            peers(),
            entry(Feather.USER, "rail.profile", new Place.Profile(workspace.self())),
            room,
            entry(Feather.SETTINGS, "rail.settings", new Place.Settings()));
    getStyleClass().add("rail");
  }

  private Button newPost() {
    Button button = new Button(Texts.of("rail.newPost"), new Icon(Feather.EDIT_2));
    button.getStyleClass().addAll("accent", "new-post");
    button.setMaxWidth(Double.MAX_VALUE);
    button.setOnAction(event -> navigator.go(new Place.Compose()));
    VBox.setMargin(button, BELOW_NEW_POST);
    return button;
  }

  private Button search(Runnable open) {
    Button button = button(Feather.SEARCH, "rail.search", open);
    button.setTooltip(new Tooltip(Texts.of("keys.search")));
    return button;
  }

  private static Button button(Feather icon, String key, Runnable action) {
    StackPane room = new StackPane(new Icon(icon));
    room.getStyleClass().add("rail-icon");
    Button button = new Button(Texts.of(key), room);
    button.getStyleClass().add("rail-entry");
    button.setMaxWidth(Double.MAX_VALUE);
    button.setOnAction(event -> action.run());
    return button;
  }

  private Button entry(Feather icon, String key, Place place) {
    Button button = button(icon, key, () -> navigator.go(place));
    navigator
        .placeProperty()
        .subscribe(now -> button.pseudoClassStateChanged(HERE, now.equals(place)));
    return button;
  }

  /// The way to the connections, with a light that tells how they are.
  private StackPane peers() {
    Button button = entry(Feather.RADIO, "rail.peers", new Place.Peers());
    Lamp lamp = new Lamp();
    StackPane.setAlignment(lamp, Pos.CENTER_RIGHT);
    light
        .lightProperty()
        .subscribe(
            now -> {
              lamp.show(now);
              String state = Texts.of("rail.light." + now.name());
              button.setAccessibleText(Texts.of("rail.peers") + ", " + state);
              button.setTooltip(new Tooltip(state));
            });
    return new StackPane(button, lamp);
  }

  void close() {
    light.close();
  }
}
