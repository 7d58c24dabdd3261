package org.tidings.app.desktop;

import java.util.List;
import java.util.Map;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.Variant;
import org.tidings.ui.desktop.TrayEntry;

/// The menu of our sign in the tray: open, and quit. Thread-safe.
final class TrayMenu extends ReadOnly implements DBusMenu {
  private static final int ROOT = 0;
  private static final int OPEN = 1;
  private static final int QUIT = 2;
  private static final UInt32 PROTOCOL = new UInt32(3);

  private volatile Version now;

  private record Version(int number, TrayEntry entry) {}

  TrayMenu(TrayEntry entry) {
    now = new Version(1, entry);
  }

  /// Says it in other words from now on.
  ///
  /// @return what tells others
  LayoutUpdated say(TrayEntry entry) throws DBusException {
    now = new Version(now.number + 1, entry);
    return new LayoutUpdated(PATH, new UInt32(now.number), ROOT);
  }

  @Override
  public Layout<UInt32, Entry> layout(int parent, int depth, List<String> names) {
    List<Variant<?>> below =
        parent == ROOT && depth != 0 ? List.of(leaf(OPEN), leaf(QUIT)) : List.of();
    return new Layout<>(new UInt32(now.number), new Entry(parent, about(parent), below));
  }

  private Variant<Entry> leaf(int id) {
    return new Variant<>(new Entry(id, about(id), List.of()), Entry.class);
  }

  @Override
  public List<EntryProperties> properties(List<Integer> ids, List<String> names) {
    List<Integer> wanted = ids.isEmpty() ? List.of(ROOT, OPEN, QUIT) : ids;
    return wanted.stream()
        .filter(id -> id >= ROOT && id <= QUIT)
        .map(id -> new EntryProperties(id, about(id)))
        .toList();
  }

  private Map<String, Variant<?>> about(int id) {
    return switch (id) {
      case OPEN -> Map.of("label", new Variant<>(now.entry.open()));
      case QUIT -> Map.of("label", new Variant<>(now.entry.quit()));
      default -> Map.of("children-display", new Variant<>("submenu"));
    };
  }

  @Override
  public void event(int id, String event, Variant<?> data, UInt32 time) {
    if (event.equals("clicked") && id == OPEN) {
      now.entry.opened().run();
    } else if (event.equals("clicked") && id == QUIT) {
      now.entry.quitted().run();
    }
  }

  @Override
  public boolean aboutToShow(int id) {
    return false;
  }

  @Override
  public String getObjectPath() {
    return PATH;
  }

  @Override
  public Map<String, Variant<?>> GetAll(String type) {
    return Map.of(
        "Version", new Variant<>(PROTOCOL),
        "Status", new Variant<>("normal"),
        "TextDirection", new Variant<>("ltr"));
  }
}
