package org.tidings.ui.shell;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.tidings.ui.common.Background;
import org.tidings.ui.common.FxThread;
import org.tidings.ui.common.Notices;
import org.tidings.ui.common.Texts;
import org.tidings.ui.navigation.Navigator;
import org.tidings.ui.navigation.Place;
import org.tidings.ui.settings.WindowSettings;
import org.tidings.ui.theme.Theme;
import org.tidings.ui.workspace.WindowEnvironment;
import org.tidings.ui.workspace.WindowServices;
import org.tidings.ui.workspace.Workspace;

/// The window of the program. Confined to the JavaFX thread.
public final class TidingsWindow {
  private static final double LEAST_WIDTH = 960;
  private static final double LEAST_HEIGHT = 640;
  private static final double USUAL_WIDTH = 1120;
  private static final double USUAL_HEIGHT = 800;

  private final Stage stage;
  private final WindowEnvironment environment;
  private final StackPane root = new StackPane();
  private final ExecutorService work =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("window-work-", 0).factory());
  private Runnable leave = () -> {};

  public TidingsWindow(Stage stage, WindowEnvironment environment) {
    this.stage = stage;
    this.environment = environment;
    Scene scene = new Scene(root, USUAL_WIDTH, USUAL_HEIGHT);
    WindowSettings settings = environment.settings().load();
    new Theme(scene).show(settings.theme(), settings.textPercent());
    stage.setScene(scene);
    stage.setTitle(Texts.of("app.name"));
    stage.setMinWidth(LEAST_WIDTH);
    stage.setMinHeight(LEAST_HEIGHT);
  }

  /// Shows the window with `start` in it.
  public void show(WindowStart start) {
    switch (start) {
      case WindowStart.Ready(WindowServices services) -> enter(services);
      case WindowStart.FirstStart first -> {}
      case WindowStart.Refused refused -> {}
    }
    stage.show();
  }

  private void enter(WindowServices services) {
    Workspace workspace =
        new Workspace(
            services,
            environment,
            new Background(work, FxThread::run),
            new Navigator(new Place.Home()),
            new Notices());
    Shell shell = new Shell(workspace);
    leave = shell::close;
    fill(shell);
  }

  private void fill(Parent content) {
    root.getChildren().setAll(content);
  }

  /// Brings the window before all others.
  public void raise() {
    stage.setIconified(false);
    stage.toFront();
    stage.requestFocus();
  }

  /// Stops following what happens; what is being written is kept as a draft.
  public void close() {
    leave.run();
    work.close();
  }
}
