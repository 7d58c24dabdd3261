package org.tidings.ui.shell;

import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import org.tidings.ui.control.ProblemBanner;
import org.tidings.ui.navigation.Navigator;
import org.tidings.ui.navigation.Place;
import org.tidings.ui.workspace.Workspace;

/// The window once there is an identity: the rail, and the screen of the place one is at. Confined
/// to the JavaFX thread.
final class Shell extends StackPane {
  private static final KeyCombination NEW_POST =
      new KeyCodeCombination(KeyCode.N, KeyCombination.SHORTCUT_DOWN);
  private static final KeyCombination BACK =
      new KeyCodeCombination(KeyCode.LEFT, KeyCombination.ALT_DOWN);

  private final Screens screens;

  Shell(Workspace workspace) {
    Navigator navigator = workspace.navigator();
    screens = new Screens(workspace);
    BorderPane centre = new BorderPane();
    centre.setTop(
        new ProblemBanner(workspace.notices().problemProperty(), workspace.notices()::dismiss));
    navigator.placeProperty().subscribe(place -> centre.setCenter(screens.at(place)));
    BorderPane frame = new BorderPane(centre);
    frame.setLeft(new Rail(workspace));
    getChildren()
        .setAll(frame, new SaidPill(workspace.notices()), new QuestionPane(workspace.notices()));
    addEventFilter(KeyEvent.KEY_PRESSED, key -> shortcut(key, navigator));
  }

  private static void shortcut(KeyEvent key, Navigator navigator) {
    if (NEW_POST.match(key)) {
      key.consume();
      navigator.go(new Place.Compose());
    } else if (BACK.match(key)) {
      key.consume();
      navigator.back();
    }
  }

  void close() {
    screens.close();
  }
}
