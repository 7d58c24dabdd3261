package org.tidings.app.window;

import java.time.InstantSource;
import java.util.Objects;
import javafx.application.Application;
import javafx.scene.image.Image;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.tidings.ui.common.FxThread;
import org.tidings.ui.shell.TidingsWindow;
import org.tidings.ui.shell.WindowStart;
import org.tidings.ui.workspace.WindowEnvironment;

/// What JavaFX starts: one window on one session. JavaFX makes the object itself, so the session is
/// handed over on the side.
public final class DesktopApplication extends Application {
  private static final int[] ICONS = {32, 64, 128, 256};
  private static @Nullable Session handedOver;
  private static volatile boolean refused;

  private @Nullable TidingsWindow window;

  /// Shows a window on `session` and returns when it has closed; tells whether the folder could be
  /// opened.
  static boolean run(Session session) {
    handedOver = session;
    Application.launch(DesktopApplication.class);
    return !refused;
  }

  @Override
  public void start(Stage stage) throws Exception {
    Session session = Objects.requireNonNull(handedOver);
    for (int size : ICONS) {
      stage.getIcons().add(icon(size));
    }
    var environment =
        new WindowEnvironment(
            new SettingsFile(session.folder()),
            InstantSource.system(),
            getHostServices()::showDocument);
    TidingsWindow opened = new TidingsWindow(stage, environment);
    window = opened;
    WindowStart start = session.start(() -> FxThread.run(opened::raise));
    refused = start instanceof WindowStart.Refused;
    opened.show(start);
  }

  @Override
  public void stop() {
    if (window != null) {
      window.close();
    }
  }

  private static Image icon(int size) {
    String file = "/org/tidings/app/tidings-" + size + ".png";
    return new Image(Objects.requireNonNull(DesktopApplication.class.getResourceAsStream(file)));
  }
}
