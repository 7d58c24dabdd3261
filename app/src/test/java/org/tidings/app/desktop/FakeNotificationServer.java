package org.tidings.app.desktop;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.Variant;

/// Shows notifications to nobody, and remembers them. Thread-safe.
final class FakeNotificationServer implements Notifications {
  private final DBusConnection bus;
  private final List<Shown> shown = new ArrayList<>();
  private final List<Long> closed = new ArrayList<>();
  private final List<String> capabilities;
  private long last;

  record Shown(long id, long replaces, String summary, String body, List<String> actions) {}

  /// From now on it answers on the bus.
  FakeNotificationServer(DBusConnection bus, String... capabilities) throws DBusException {
    this.bus = bus;
    this.capabilities = List.of(capabilities);
    bus.exportObject(PATH, this);
    bus.requestBusName(NAME);
  }

  synchronized List<Shown> shown() {
    return List.copyOf(shown);
  }

  synchronized List<Long> closed() {
    return List.copyOf(closed);
  }

  /// A click on a notification.
  void click(long id) throws DBusException {
    bus.sendMessage(new ActionInvoked(PATH, new UInt32(id), "default"));
  }

  @Override
  public List<String> capabilities() {
    return capabilities;
  }

  @Override
  public synchronized UInt32 show(
      String program,
      UInt32 replaces,
      String icon,
      String summary,
      String body,
      List<String> actions,
      Map<String, Variant<?>> hints,
      int timeout) {
    long id = replaces.longValue() == 0 ? ++last : replaces.longValue();
    shown.add(new Shown(id, replaces.longValue(), summary, body, List.copyOf(actions)));
    return new UInt32(id);
  }

  @Override
  public synchronized void close(UInt32 id) {
    closed.add(id.longValue());
  }

  @Override
  public String getObjectPath() {
    return PATH;
  }
}
