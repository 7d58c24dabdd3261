package org.tidings.app.window;

import java.io.IOException;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.image.Image;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.tidings.app.command.Version;
import org.tidings.app.desktop.DesktopBus;
import org.tidings.app.desktop.SessionBus;
import org.tidings.ui.common.FxThread;
import org.tidings.ui.common.WindowClock;
import org.tidings.ui.shell.StageDialogs;
import org.tidings.ui.shell.TidingsWindow;
import org.tidings.ui.shell.WindowStart;
import org.tidings.ui.spelling.DictionaryFile;
import org.tidings.ui.workspace.Installation;
import org.tidings.ui.workspace.Preferences;
import org.tidings.ui.workspace.WindowEnvironment;

/// What JavaFX starts: one window on one folder. JavaFX makes the object itself, so what it shows
/// is handed over on the side.
public final class DesktopApplication extends Application {
  private static final int[] ICONS = {32, 64, 128, 256};
  private static @Nullable Opening handedOver;
  private static @Nullable Uncaught faults;
  private static volatile Optional<String> refusal = Optional.empty();

  private @Nullable TidingsWindow window;
  private @Nullable DesktopBus desktop;

  /// Shows a window on `opening`, and in it what `uncaught` meets; returns when it has closed and
  /// tells why the folder could not be opened, if it could not.
  static Optional<String> run(Opening opening, Uncaught uncaught) {
    // Pictures are decoded by classes of AWT, which must not look for a display of its own.
    System.setProperty("java.awt.headless", "true");
    Drawing.choose();
    handedOver = opening;
    faults = uncaught;
    Application.launch(DesktopApplication.class);
    return refusal;
  }

  @Override
  public void start(Stage stage) throws Exception {
    Opening opening = Objects.requireNonNull(handedOver);
    for (int size : ICONS) {
      stage.getIcons().add(icon(size));
    }
    // A window that is closed may stay in the tray.
    Platform.setImplicitExit(false);
    DesktopBus bus = new DesktopBus(SessionBus.address(System.getenv()));
    desktop = bus;
    TidingsWindow opened =
        new TidingsWindow(stage, environment(opening, stage, bus), Platform::exit);
    window = opened;
    Objects.requireNonNull(faults).showIn(opened::tell);
    opening.link().ifPresent(opened::follow);
    opened.open(() -> content(opening, link -> FxThread.run(() -> opened.raise(link))));
  }

  private static WindowStart content(Opening opening, Consumer<Optional<String>> raise)
      throws InterruptedException {
    WindowStart start = opening.content().start(raise);
    if (start instanceof WindowStart.Refused refused) {
      refusal = Optional.of(refused.sentence());
    }
    return start;
  }

  private WindowEnvironment environment(Opening opening, Stage stage, DesktopBus bus)
      throws IOException {
    return new WindowEnvironment(
        new Preferences(opening.settings()),
        new WindowClock(InstantSource.system()),
        getHostServices()::showDocument,
        new StageDialogs(stage),
        bus,
        new Installation(
            opening.folder(),
            Version.number(),
            DictionaryFile.usualFolders(),
            LoginStart.of(opening.folder(), System.getenv(), System.getProperties())));
  }

  @Override
  public void stop() {
    if (window != null) {
      window.close();
    }
    if (desktop != null) {
      desktop.close();
    }
  }

  private static Image icon(int size) {
    String file = "/org/tidings/app/tidings-" + size + ".png";
    return new Image(Objects.requireNonNull(DesktopApplication.class.getResourceAsStream(file)));
  }
}
