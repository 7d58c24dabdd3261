package org.tidings.app.desktop;

import java.util.Map;
import java.util.Optional;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.interfaces.DBusInterface;
import org.freedesktop.dbus.interfaces.Properties;
import org.freedesktop.dbus.types.Variant;

/// Keeps the list of what is in a tray that nobody sees. Thread-safe.
final class FakeTray implements StatusNotifierWatcher, Properties {
  private final DBusConnection bus;
  private final boolean host;
  private volatile Optional<String> registered = Optional.empty();

  /// From now on it answers on the bus.
  ///
  /// @param host whether somebody shows it
  FakeTray(DBusConnection bus, boolean host) throws DBusException {
    this.bus = bus;
    this.host = host;
    bus.exportObject(PATH, this);
    bus.requestBusName(NAME);
  }

  /// Who is in it.
  Optional<String> registered() {
    return registered;
  }

  /// An object of who is in it.
  <I extends DBusInterface> I of(String path, Class<I> type) throws DBusException {
    return bus.getRemoteObject(registered.orElseThrow(), path, type);
  }

  @Override
  public void register(String service) {
    registered = Optional.of(service);
  }

  @Override
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  public <A> A Get(String type, String property) {
    return (A) new Variant<>(host);
  }

  @Override
  public <A> void Set(String type, String property, A value) {
    throw new UnsupportedOperationException(property);
  }

  @Override
  public Map<String, Variant<?>> GetAll(String type) {
    return Map.of(HOST_REGISTERED, new Variant<>(host));
  }

  @Override
  public String getObjectPath() {
    return PATH;
  }
}
