package org.tidings.app.desktop;

import org.freedesktop.dbus.annotations.DBusInterfaceName;
import org.freedesktop.dbus.annotations.DBusMemberName;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.interfaces.DBusInterface;
import org.freedesktop.dbus.messages.DBusSignal;

/// Something in the tray: `org.kde.StatusNotifierItem`. Coordinates are those of the screen.
@DBusInterfaceName(StatusNotifierItem.NAME)
public interface StatusNotifierItem extends DBusInterface {
  /// The name of the interface.
  String NAME = "org.kde.StatusNotifierItem";

  /// Where the object has to be.
  String PATH = "/StatusNotifierItem";

  /// It was clicked.
  @DBusMemberName("Activate")
  void activate(int x, int y);

  /// It was clicked with the middle button.
  @DBusMemberName("SecondaryActivate")
  void secondaryActivate(int x, int y);

  /// The picture has changed; whoever shows it asks for it again.
  class NewIcon extends DBusSignal {
    public NewIcon(String path) throws DBusException {
      super(path);
    }
  }
}
