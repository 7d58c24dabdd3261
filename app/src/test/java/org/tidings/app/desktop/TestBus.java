package org.tidings.app.desktop;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.connections.impl.DBusConnectionBuilder;
import org.freedesktop.dbus.exceptions.DBusException;

/// A real bus, as a session has one, for one test. Confined to the test's thread.
final class TestBus implements AutoCloseable {
  private final Process daemon;
  private final String address;
  private final List<DBusConnection> connections = new ArrayList<>();

  TestBus(Path folder) throws IOException {
    address = "unix:path=" + folder.resolve("bus");
    daemon =
        new ProcessBuilder(
                "dbus-daemon", "--session", "--nofork", "--print-address", "--address=" + address)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    // It is ready when it says where it is.
    new BufferedReader(new InputStreamReader(daemon.getInputStream(), UTF_8)).readLine();
  }

  String address() {
    return address;
  }

  /// Somebody else on the bus.
  DBusConnection connect() throws DBusException {
    DBusConnection made = DBusConnectionBuilder.forAddress(address).withShared(false).build();
    connections.add(made);
    return made;
  }

  /// The session ends.
  void end() {
    daemon.destroy();
    daemon.onExit().join();
  }

  @Override
  public void close() {
    connections.forEach(DBusConnection::disconnect);
    end();
  }
}
