package org.tidings.app.window;

import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import org.tidings.app.command.Common;
import org.tidings.app.command.Refused;
import org.tidings.app.command.Window;
import org.tidings.app.folder.DataFolder;
import org.tidings.app.folder.FolderException;
import org.tidings.app.folder.FolderLock;
import org.tidings.app.folder.Settings;
import org.tidings.app.owner.Door;
import org.tidings.app.owner.Start.Reach;

/// Opens a window on a data folder, or raises the one that is open.
public final class Desktop implements Window {
  private static final String EVERYWHERE = "::";
  private static final int DONE = 0;
  private static final int REFUSED = 1;

  @Override
  public int open(Common options) throws Exception {
    DataFolder folder = options.folder();
    return switch (Door.of(folder).enter()) {
      case Door.Way.Taken(var attached) -> {
        try (attached) {
          attached.node().raise();
        }
        yield DONE;
      }
      case Door.Way.Free(FolderLock lock) -> {
        try (lock) {
          requireDisplay(System.getenv(), System.getProperties());
          yield show(folder, lock, options);
        }
      }
    };
  }

  private static int show(DataFolder folder, FolderLock lock, Common options)
      throws FolderException, Refused {
    Settings settings = Settings.read(folder);
    Reach reach = new Reach.Peer(EVERYWHERE, settings.port(), false, settings.lan());
    try (Session session = new Session(folder, lock, options.start(reach, settings.hops()))) {
      return DesktopApplication.run(session) ? DONE : REFUSED;
    } catch (UnsupportedOperationException noToolkit) {
      throw new Refused(
          "No window could be opened (%s). Without one there is: tidings headless"
              .formatted(noToolkit.getMessage()));
    }
  }

  /// Says what is missing before JavaFX does, in better words.
  static void requireDisplay(Map<String, String> environment, Properties system) throws Refused {
    boolean linux = system.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("linux");
    boolean virtual = "Headless".equals(system.getProperty("glass.platform"));
    if (linux && !virtual && environment.getOrDefault("DISPLAY", "").isEmpty()) {
      throw new Refused(
          environment.getOrDefault("WAYLAND_DISPLAY", "").isEmpty()
              ? "There is no display to open a window on. Without a window there is: tidings"
                  + " headless"
              : "Windows are opened through XWayland, which is missing: sudo apt-get install"
                  + " xwayland");
    }
  }
}
