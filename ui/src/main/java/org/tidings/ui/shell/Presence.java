package org.tidings.ui.shell;

import javafx.beans.binding.BooleanBinding;
import javafx.stage.Stage;
import org.tidings.ui.common.FxThread;
import org.tidings.ui.common.Texts;
import org.tidings.ui.desktop.TrayEntry;
import org.tidings.ui.workspace.WindowEnvironment;

/// Where the window is: before the person, behind others, or closed while the program goes on in
/// the tray. Confined to the JavaFX thread.
final class Presence {
  private final Stage stage;
  private final WindowEnvironment environment;
  private final Runnable end;
  private boolean inTray;

  /// @param end ends the program; run when the window is closed, unless it stays in the tray
  Presence(Stage stage, WindowEnvironment environment, Runnable end) {
    this.stage = stage;
    this.environment = environment;
    this.end = end;
    stage.setOnCloseRequest(asked -> inTray = staysInTray());
    stage.setOnHidden(closed -> closed());
    environment.desktop().offerProperty().subscribe(now -> backFromTray(now.tray()));
  }

  /// Offers, in the tray, to open the window and to quit, in the words of the day.
  void enterTray() {
    environment
        .desktop()
        .inTray(
            new TrayEntry(
                Texts.of("tray.open"),
                () -> FxThread.run(this::raise),
                Texts.of("tray.quit"),
                () -> FxThread.run(this::quit)));
  }

  /// Whether the person has the window before them.
  BooleanBinding inFront() {
    return stage
        .showingProperty()
        .and(stage.focusedProperty())
        .and(stage.iconifiedProperty().not());
  }

  /// Brings the window before all others, back from the tray too.
  void raise() {
    inTray = false;
    stage.show();
    stage.setIconified(false);
    stage.toFront();
    stage.requestFocus();
  }

  private boolean staysInTray() {
    return environment.desktop().offerProperty().get().tray()
        && environment.preferences().settings().desktop().stayInTray();
  }

  private void closed() {
    if (!inTray) {
      end.run();
    }
  }

  /// A tray that goes away must not take the window with it.
  private void backFromTray(boolean tray) {
    if (inTray && !tray) {
      raise();
    }
  }

  private void quit() {
    inTray = false;
    if (stage.isShowing()) {
      stage.close();
    } else {
      end.run();
    }
  }
}
