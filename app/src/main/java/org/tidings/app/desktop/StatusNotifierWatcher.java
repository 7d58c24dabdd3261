package org.tidings.app.desktop;

import org.freedesktop.dbus.annotations.DBusInterfaceName;
import org.freedesktop.dbus.annotations.DBusMemberName;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.interfaces.DBusInterface;
import org.freedesktop.dbus.messages.DBusSignal;

/// Who keeps the list of what is in the tray: `org.kde.StatusNotifierWatcher`, as far as we use it.
@DBusInterfaceName(StatusNotifierWatcher.NAME)
public interface StatusNotifierWatcher extends DBusInterface {
  /// The name on the bus, and of the interface.
  String NAME = "org.kde.StatusNotifierWatcher";

  /// Where the object is.
  String PATH = "/StatusNotifierWatcher";

  /// Whether somebody shows the tray; a property.
  String HOST_REGISTERED = "IsStatusNotifierHostRegistered";

  /// Puts an item into the list.
  ///
  /// @param service the name on the bus at which it is
  @DBusMemberName("RegisterStatusNotifierItem")
  void register(String service);

  /// Somebody shows the tray from now on.
  class StatusNotifierHostRegistered extends DBusSignal {
    public StatusNotifierHostRegistered(String path) throws DBusException {
      super(path);
    }
  }
}
