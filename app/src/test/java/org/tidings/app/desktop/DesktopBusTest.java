package org.tidings.app.desktop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.freedesktop.dbus.interfaces.Properties;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.Variant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.tidings.ui.Fx;
import org.tidings.ui.desktop.DesktopOffer;
import org.tidings.ui.desktop.Notification;
import org.tidings.ui.desktop.TrayEntry;

/// What goes over the wire of a real bus.
@RequiresDBus
@Timeout(60)
class DesktopBusTest {
  private final AtomicInteger opened = new AtomicInteger();
  private final AtomicInteger quitted = new AtomicInteger();
  private TestBus bus;
  private DesktopBus desktop;

  @BeforeEach
  void start(@TempDir Path folder) throws Exception {
    bus = new TestBus(folder);
    Fx.settle();
    desktop = new DesktopBus(Optional.of(bus.address()));
  }

  @AfterEach
  void stop() {
    desktop.close();
    bus.close();
  }

  private void awaitOffer(boolean notifications, boolean tray) {
    DesktopOffer wanted = new DesktopOffer(notifications, tray);
    await().until(() -> Fx.get(() -> desktop.offerProperty().get()), wanted::equals);
  }

  private void show(String title, String text) {
    desktop.show(new Notification(title, text, opened::incrementAndGet));
  }

  private TrayEntry entry(String open) {
    return new TrayEntry(open, opened::incrementAndGet, "Quit", quitted::incrementAndGet);
  }

  @Test
  void oneNotificationTakesThePlaceOfTheOther() throws Exception {
    var server = new FakeNotificationServer(bus.connect());
    awaitOffer(true, false);
    show("Mara answered you", "Come <b>aboard</b> & bring tea");
    show("2 new things for you", "Mara, Jonas");
    await().until(() -> server.shown().size() == 2);
    FakeNotificationServer.Shown first = server.shown().getFirst();
    FakeNotificationServer.Shown second = server.shown().getLast();
    assertThat(first.replaces()).isZero();
    assertThat(first.summary()).isEqualTo("Mara answered you");
    assertThat(first.body()).isEqualTo("Come <b>aboard</b> & bring tea");
    assertThat(first.actions()).startsWith("default");
    assertThat(second.replaces()).isEqualTo(first.id());
  }

  @Test
  void whatOthersWroteIsNoMarkup() throws Exception {
    var server = new FakeNotificationServer(bus.connect(), "body", "body-markup");
    awaitOffer(true, false);
    show("Mara answered you", "<img src=\"file:///etc/passwd\"> & more");
    await().until(() -> server.shown().size() == 1);
    assertThat(server.shown().getFirst().body())
        .isEqualTo("&lt;img src=\"file:///etc/passwd\"&gt; &amp; more");
  }

  @Test
  void aClickOpensAndOnlyThatOfOurOwn() throws Exception {
    var server = new FakeNotificationServer(bus.connect());
    awaitOffer(true, false);
    show("Mara answered you", "");
    await().until(() -> server.shown().size() == 1);
    server.click(server.shown().getFirst().id() + 1);
    server.click(server.shown().getFirst().id());
    await().until(() -> opened.get() == 1);
  }

  @Test
  void whatWasSeenIsTakenAway() throws Exception {
    var server = new FakeNotificationServer(bus.connect());
    awaitOffer(true, false);
    show("Mara answered you", "");
    desktop.withdraw();
    await().until(() -> server.closed().equals(List.of(1L)));
    show("Jonas answered you", "");
    await().until(() -> server.shown().size() == 2);
    assertThat(server.shown().getLast().replaces()).isZero();
  }

  @Test
  void whoShowsThingsMayComeLaterAndGo() throws Exception {
    awaitOffer(false, false);
    desktop.inTray(entry("Open Tidings"));
    var others = bus.connect();
    var tray = new FakeTray(others, true);
    new FakeNotificationServer(others);
    awaitOffer(true, true);
    assertThat(tray.registered()).isPresent();
    others.releaseBusName(StatusNotifierWatcher.NAME);
    awaitOffer(true, false);
  }

  @Test
  void aTrayThatNobodyShowsIsNone() throws Exception {
    var tray = new FakeTray(bus.connect(), false);
    desktop.inTray(entry("Open Tidings"));
    await().until(() -> tray.registered().isPresent());
    awaitOffer(false, false);
  }

  @Test
  void theSignHasADotWhileSomethingWaits() throws Exception {
    var others = bus.connect();
    var tray = new FakeTray(others, true);
    AtomicInteger changes = new AtomicInteger();
    others.addSigHandler(StatusNotifierItem.NewIcon.class, signal -> changes.incrementAndGet());
    desktop.inTray(entry("Open Tidings"));
    awaitOffer(false, true);
    assertThat(firstDotOf(tray)).isNotEqualTo(0xe5);
    desktop.unseen(true);
    await().until(() -> changes.get() == 1);
    assertThat(firstDotOf(tray)).isEqualTo(0xe5);
    desktop.unseen(true);
    desktop.unseen(false);
    await().until(() -> changes.get() == 2);
    tray.of(StatusNotifierItem.PATH, StatusNotifierItem.class).activate(0, 0);
    assertThat(opened).hasValue(1);
  }

  /// The red of the dot in the middle of where the small picture has it.
  private static int firstDotOf(FakeTray tray) throws Exception {
    Map<String, Variant<?>> all =
        tray.of(StatusNotifierItem.PATH, Properties.class).GetAll(StatusNotifierItem.NAME);
    assertThat(value(all, "Title")).isEqualTo("Tidings");
    List<?> pictures = (List<?>) value(all, "IconPixmap");
    Object[] small = (Object[]) pictures.getFirst();
    assertThat(small[0]).isEqualTo(32);
    List<?> argb = (List<?>) small[2];
    return (Byte) argb.get(4 * (6 * 32 + 25) + 1) & 0xff;
  }

  private static Object value(Map<String, Variant<?>> properties, String name) {
    return Objects.requireNonNull(properties.get(name), name).getValue();
  }

  @Test
  void theMenuOpensAndQuitsInTheWordsOfTheDay() throws Exception {
    var tray = new FakeTray(bus.connect(), true);
    desktop.inTray(entry("Open Tidings"));
    awaitOffer(false, true);
    DBusMenu menu = tray.of(DBusMenu.PATH, DBusMenu.class);
    assertThat(labels(menu)).containsExactly("Open Tidings", "Quit");
    menu.event(2, "clicked", new Variant<>(0), new UInt32(0));
    assertThat(quitted).hasValue(1);
    menu.event(1, "hovered", new Variant<>(0), new UInt32(0));
    menu.event(1, "clicked", new Variant<>(0), new UInt32(0));
    assertThat(opened).hasValue(1);
    desktop.inTray(entry("Tidings öffnen"));
    await().until(() -> labels(menu).contains("Tidings öffnen"));
  }

  private static List<Object> labels(DBusMenu menu) {
    DBusMenu.Entry root = menu.layout(0, -1, List.of()).root();
    assertThat(root.children()).hasSize(2);
    return menu.properties(List.of(1, 2), List.of()).stream()
        .map(entry -> value(entry.properties(), "label"))
        .toList();
  }

  @Test
  void theEndOfTheSessionIsNoEndOfTheWorld() throws Exception {
    new FakeNotificationServer(bus.connect());
    awaitOffer(true, false);
    bus.end();
    awaitOffer(false, false);
    show("Mara answered you", "");
    desktop.withdraw();
  }

  @Test
  void whereNoBusIsNothingHappens() {
    try (DesktopBus nowhere = new DesktopBus(Optional.of("unix:path=/nonexistent/bus"));
        DesktopBus none = new DesktopBus(Optional.empty())) {
      for (DesktopBus one : List.of(nowhere, none)) {
        one.inTray(entry("Open Tidings"));
        one.unseen(true);
        one.show(new Notification("Mara answered you", "", opened::incrementAndGet));
        one.withdraw();
        assertThat(Fx.get(() -> one.offerProperty().get())).isEqualTo(DesktopOffer.NOTHING);
      }
    }
  }
}
