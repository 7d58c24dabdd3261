package org.tidings.ui.shell;

import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.tidings.ui.common.Texts;
import org.tidings.ui.settings.WindowSettings;
import org.tidings.ui.theme.Theme;

/// The window of the program. Confined to the JavaFX thread.
public final class TidingsWindow {
  private static final double LEAST_WIDTH = 960;
  private static final double LEAST_HEIGHT = 640;

  private final Stage stage;

  public TidingsWindow(Stage stage, WindowEnvironment environment) {
    this.stage = stage;
    var root = new StackPane();
    var scene = new Scene(root, LEAST_WIDTH, LEAST_HEIGHT);
    WindowSettings settings = environment.settings().load();
    new Theme(scene).show(settings.theme(), settings.textPercent());
    stage.setScene(scene);
    stage.setTitle(Texts.of("app.name"));
    stage.setMinWidth(LEAST_WIDTH);
    stage.setMinHeight(LEAST_HEIGHT);
  }

  /// Shows the window with `start` in it.
  public void show(WindowStart start) {
    stage.show();
  }

  /// Brings the window before all others.
  public void raise() {
    stage.setIconified(false);
    stage.toFront();
    stage.requestFocus();
  }

  /// Stops following what happens; what is being written is kept as a draft.
  public void close() {}
}
