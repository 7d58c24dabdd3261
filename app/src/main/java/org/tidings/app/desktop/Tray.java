package org.tidings.app.desktop;

import java.util.Optional;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.exceptions.DBusExecutionException;
import org.freedesktop.dbus.interfaces.Properties;
import org.tidings.ui.desktop.TrayEntry;

/// Our place in the tray. Confined to the thread of [DesktopBus].
final class Tray {
  private final DBusConnection bus;
  private final StatusNotifierWatcher watcher;
  private final Properties watcherProperties;
  private Optional<Entered> entered = Optional.empty();
  private boolean dotted;

  private record Entered(TrayItem item, TrayMenu menu) {}

  Tray(DBusConnection bus) throws DBusException {
    this.bus = bus;
    watcher =
        bus.getRemoteObject(
            StatusNotifierWatcher.NAME, StatusNotifierWatcher.PATH, StatusNotifierWatcher.class);
    watcherProperties =
        bus.getRemoteObject(
            StatusNotifierWatcher.NAME, StatusNotifierWatcher.PATH, Properties.class);
  }

  /// Has this to be shown from now on.
  void enter(TrayEntry entry) throws DBusException {
    if (entered.isPresent()) {
      bus.sendMessage(entered.get().menu().say(entry));
      return;
    }
    TrayItem item = new TrayItem(entry.opened());
    item.dotted(dotted);
    TrayMenu menu = new TrayMenu(entry);
    bus.exportObject(StatusNotifierItem.PATH, item);
    bus.exportObject(DBusMenu.PATH, menu);
    entered = Optional.of(new Entered(item, menu));
  }

  /// Whether we are in a tray that somebody shows; goes there if that is possible.
  boolean look() {
    if (entered.isEmpty()) {
      return false;
    }
    try {
      watcher.register(bus.getUniqueName());
      return Boolean.TRUE.equals(
          watcherProperties.Get(StatusNotifierWatcher.NAME, StatusNotifierWatcher.HOST_REGISTERED));
    } catch (DBusExecutionException nobody) {
      return false;
    }
  }

  /// Puts the dot on the sign, or takes it off.
  void dot(boolean next) throws DBusException {
    if (next != dotted) {
      dotted = next;
      if (entered.isPresent()) {
        entered.get().item().dotted(next);
        bus.sendMessage(new StatusNotifierItem.NewIcon(StatusNotifierItem.PATH));
      }
    }
  }
}
