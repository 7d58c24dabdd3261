package org.tidings.app.desktop;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.exceptions.DBusExecutionException;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.Variant;
import org.tidings.ui.desktop.Notification;

/// The one notification of ours that there is at a time. Confined to the thread of [DesktopBus],
/// but for clicks.
final class Bubble {
  private static final String PROGRAM = "Tidings";
  private static final String DESKTOP_ENTRY = "org.tidings.Tidings";
  private static final UInt32 NONE = new UInt32(0);
  private static final int AS_USUAL = -1;

  /// A click on the notification itself; the words are those of desktops that show it as a button.
  private static final List<String> ACTIONS = List.of("default", PROGRAM);

  private static final Map<String, Variant<?>> HINTS =
      Map.of(
          "desktop-entry", new Variant<>(DESKTOP_ENTRY),
          "category", new Variant<>("im.received"));

  private final Notifications server;
  private List<String> capabilities = List.of();
  private volatile Optional<Shown> shown = Optional.empty();

  private record Shown(UInt32 id, Notification notification) {}

  Bubble(DBusConnection bus) throws DBusException {
    server = bus.getRemoteObject(Notifications.NAME, Notifications.PATH, Notifications.class);
    bus.addSigHandler(Notifications.ActionInvoked.class, this::clicked);
  }

  /// Whether somebody shows notifications; asks.
  boolean look() {
    try {
      capabilities = List.copyOf(server.capabilities());
      return true;
    } catch (DBusExecutionException nobody) {
      return false;
    }
  }

  /// Shows it in place of the last one.
  void show(Notification notification) {
    UInt32 last = shown.map(Shown::id).orElse(NONE);
    String text = body(notification.text());
    UInt32 id =
        server.show(
            PROGRAM, last, DESKTOP_ENTRY, notification.title(), text, ACTIONS, HINTS, AS_USUAL);
    shown = Optional.of(new Shown(id, notification));
  }

  /// Takes it away, if it is still there.
  void withdraw() {
    Optional<Shown> last = shown;
    shown = Optional.empty();
    last.ifPresent(one -> server.close(one.id()));
  }

  /// What others wrote is no markup, whatever it looks like.
  private String body(String text) {
    return capabilities.contains("body-markup")
        ? text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
        : text;
  }

  private void clicked(Notifications.ActionInvoked signal) {
    shown
        .filter(one -> one.id().equals(signal.id()))
        .ifPresent(one -> one.notification().opened().run());
  }
}
