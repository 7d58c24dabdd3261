package org.tidings.app.desktop;

import java.util.List;
import java.util.Map;
import org.freedesktop.dbus.annotations.DBusInterfaceName;
import org.freedesktop.dbus.annotations.DBusMemberName;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.interfaces.DBusInterface;
import org.freedesktop.dbus.messages.DBusSignal;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.Variant;

/// What shows notifications: `org.freedesktop.Notifications` of the Desktop Notifications
/// Specification, as far as we use it.
@DBusInterfaceName("org.freedesktop.Notifications")
public interface Notifications extends DBusInterface {
  /// The name on the bus.
  String NAME = "org.freedesktop.Notifications";

  /// Where the object is.
  String PATH = "/org/freedesktop/Notifications";

  /// What the server can do, such as `body-markup`.
  @DBusMemberName("GetCapabilities")
  List<String> capabilities();

  /// Shows a notification and answers its number.
  ///
  /// @param replaces the number of the one whose place it takes; 0 for none
  /// @param actions pairs of a key and its words; `default` is a click on the notification itself
  /// @param timeout in ms; -1 as the server likes
  @DBusMemberName("Notify")
  UInt32 show(
      String program,
      UInt32 replaces,
      String icon,
      String summary,
      String body,
      List<String> actions,
      Map<String, Variant<?>> hints,
      int timeout);

  /// Takes it away.
  @DBusMemberName("CloseNotification")
  void close(UInt32 id);

  /// The person chose something on a notification.
  class ActionInvoked extends DBusSignal {
    private final UInt32 id;

    public ActionInvoked(String path, UInt32 id, String action) throws DBusException {
      super(path, id, action);
      this.id = id;
    }

    /// The number of the notification.
    public UInt32 id() {
      return id;
    }
  }
}
