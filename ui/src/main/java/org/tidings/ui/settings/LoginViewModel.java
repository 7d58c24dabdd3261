package org.tidings.ui.settings;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import org.tidings.ui.desktop.Autostart;
import org.tidings.ui.workspace.Workspace;

/// Whether the program is started at login: as the desktop has it, and not as somebody once wanted.
/// Confined to the screen thread.
public final class LoginViewModel {
  private final Workspace workspace;
  private final Autostart autostart;
  private final ReadOnlyBooleanWrapper on = new ReadOnlyBooleanWrapper();

  public LoginViewModel(Workspace workspace, Autostart autostart) {
    this.workspace = workspace;
    this.autostart = autostart;
    look();
  }

  public ReadOnlyBooleanProperty onProperty() {
    return on.getReadOnlyProperty();
  }

  /// Has it so, or says why not.
  public void turn(boolean next) {
    on.set(next);
    workspace
        .background()
        .inTurn(
            () -> autostart.turn(next),
            () -> {},
            problem -> {
              workspace.notices().tell(problem);
              on.set(!next);
            });
  }

  private void look() {
    workspace.background().ask(autostart::isOn, on::set, workspace.notices()::tell);
  }
}
