package org.tidings.app.desktop;

import java.util.List;
import java.util.Map;
import org.freedesktop.dbus.DBusPath;
import org.freedesktop.dbus.types.Variant;

/// Our sign in the tray. Thread-safe.
final class TrayItem extends ReadOnly implements StatusNotifierItem {
  private static final String PICTURES = "a(iiay)";
  private static final int SMALL = 32;
  private static final int LARGE = 64;

  private final Runnable opened;
  private volatile boolean dotted;

  /// @param opened run on a click
  TrayItem(Runnable opened) {
    this.opened = opened;
  }

  /// Whether a dot is on the sign.
  void dotted(boolean next) {
    dotted = next;
  }

  @Override
  public void activate(int x, int y) {
    opened.run();
  }

  @Override
  public void secondaryActivate(int x, int y) {
    opened.run();
  }

  @Override
  public String getObjectPath() {
    return PATH;
  }

  @Override
  public Map<String, Variant<?>> GetAll(String type) {
    return Map.of(
        "Category", new Variant<>("Communications"),
        "Id", new Variant<>("org.tidings.Tidings"),
        "Title", new Variant<>("Tidings"),
        "Status", new Variant<>("Active"),
        "IconName", new Variant<>(""),
        "IconPixmap", new Variant<>(pictures(), PICTURES),
        "ItemIsMenu", new Variant<>(false),
        "Menu", new Variant<>(new DBusPath(DBusMenu.PATH)));
  }

  private List<Pixmap> pictures() {
    return List.of(TrayPicture.of(SMALL, dotted), TrayPicture.of(LARGE, dotted));
  }
}
