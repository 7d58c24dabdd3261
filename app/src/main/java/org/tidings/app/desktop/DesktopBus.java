package org.tidings.app.desktop;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.freedesktop.dbus.connections.IDisconnectCallback;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.connections.impl.DBusConnectionBuilder;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.interfaces.DBus;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tidings.ui.common.FxThread;
import org.tidings.ui.desktop.DesktopHost;
import org.tidings.ui.desktop.DesktopOffer;
import org.tidings.ui.desktop.Notification;
import org.tidings.ui.desktop.TrayEntry;

/// The desktop, as far as it answers on the bus of the person's session. All that is said there is
/// said on one thread of its own, in order, so that nobody waits for a desktop that is slow. Where
/// there is no bus, where it does not answer, and once it has gone, nothing happens. Thread-safe.
public final class DesktopBus implements DesktopHost, AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(DesktopBus.class);
  private static final long PATIENCE_MS = 1_000;

  private final ExecutorService work =
      Executors.newSingleThreadExecutor(Thread.ofVirtual().name("desktop-bus").factory());
  private final ReadOnlyObjectWrapper<DesktopOffer> offer =
      new ReadOnlyObjectWrapper<>(DesktopOffer.NOTHING);

  /// Confined to the one thread.
  private Optional<Connected> connected = Optional.empty();

  private boolean complained;

  /// Told by the bus's own thread: ours may be waiting for an answer that never comes.
  private volatile boolean gone;

  private record Connected(DBusConnection bus, Bubble bubble, Tray tray) {}

  /// Something to be said on the bus.
  private interface Saying {
    void say(Connected on) throws DBusException;
  }

  /// @param address of the bus; empty where there is none
  public DesktopBus(Optional<String> address) {
    address.ifPresent(where -> later(() -> connect(where)));
  }

  @Override
  public ReadOnlyObjectProperty<DesktopOffer> offerProperty() {
    return offer.getReadOnlyProperty();
  }

  @Override
  public void show(Notification notification) {
    say(on -> on.bubble.show(notification));
  }

  @Override
  public void withdraw() {
    say(on -> on.bubble.withdraw());
  }

  @Override
  public void inTray(TrayEntry entry) {
    say(
        on -> {
          on.tray.enter(entry);
          look();
        });
  }

  @Override
  public void unseen(boolean something) {
    say(on -> on.tray.dot(something));
  }

  private void connect(String address) {
    try {
      DBusConnection bus =
          DBusConnectionBuilder.forAddress(address)
              .withShared(false)
              .withDisconnectCallback(new Gone())
              .build();
      connected = Optional.of(new Connected(bus, new Bubble(bus), new Tray(bus)));
      bus.addSigHandler(DBus.NameOwnerChanged.class, this::ownerChanged);
      bus.addSigHandler(
          StatusNotifierWatcher.StatusNotifierHostRegistered.class, signal -> later(this::look));
      look();
    } catch (DBusException | RuntimeException noBus) {
      complain(noBus);
    }
  }

  /// Whoever shows notifications or the tray may come later than we, or again.
  private void ownerChanged(DBus.NameOwnerChanged signal) {
    if (signal.name.equals(Notifications.NAME) || signal.name.equals(StatusNotifierWatcher.NAME)) {
      later(this::look);
    }
  }

  private void look() {
    connected.ifPresent(on -> offer(new DesktopOffer(on.bubble.look(), on.tray.look())));
  }

  private void offer(DesktopOffer now) {
    FxThread.run(() -> offer.set(gone ? DesktopOffer.NOTHING : now));
  }

  /// The session has ended, or the bus broke: it does not come back under the same address.
  private final class Gone implements IDisconnectCallback {
    @Override
    public void disconnectOnError(IOException cause) {
      gone = true;
      offer(DesktopOffer.NOTHING);
      later(() -> connected = Optional.empty());
    }
  }

  private void say(Saying what) {
    later(
        () ->
            connected.ifPresent(
                on -> {
                  try {
                    what.say(on);
                  } catch (DBusException | RuntimeException refused) {
                    complain(refused);
                  }
                }));
  }

  private void later(Runnable work) {
    try {
      this.work.execute(work);
    } catch (RejectedExecutionException closed) {
      log.debug("the desktop is not told any more");
    }
  }

  /// Once is enough: it is not what the person is here for.
  private void complain(Exception trouble) {
    if (!complained) {
      complained = true;
      log.info("the desktop does not answer as it should: {}", trouble.toString());
    }
  }

  /// Takes notification and tray away.
  @Override
  public void close() {
    say(
        on -> {
          on.bubble.withdraw();
          on.bus.disconnect();
        });
    work.shutdown();
    try {
      if (!work.awaitTermination(PATIENCE_MS, TimeUnit.MILLISECONDS)) {
        work.shutdownNow();
      }
    } catch (InterruptedException e) {
      work.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }
}
