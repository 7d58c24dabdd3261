package org.tidings.ui.desktop;

import javafx.beans.property.ReadOnlyObjectProperty;

/// The desktop around the window, as far as somebody there answers. Told on the screen thread what
/// to do, and does it elsewhere: nothing waits, and what cannot be done is not.
public interface DesktopHost {
  /// What is there now; changes on the screen thread.
  ReadOnlyObjectProperty<DesktopOffer> offerProperty();

  /// Shows a notification in place of the one before.
  void show(Notification notification);

  /// Takes away what is shown.
  void withdraw();

  /// Puts the program into the tray, where there is one; once more with other words.
  void inTray(TrayEntry entry);

  /// Whether something waits for the person; shown in the tray.
  void unseen(boolean something);
}
