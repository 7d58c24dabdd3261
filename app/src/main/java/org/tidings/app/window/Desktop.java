package org.tidings.app.window;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.tidings.app.command.Common;
import org.tidings.app.command.Refused;
import org.tidings.app.command.Window;
import org.tidings.app.folder.DataFolder;
import org.tidings.app.folder.Examined;
import org.tidings.app.folder.FolderException;
import org.tidings.app.folder.FolderLock;
import org.tidings.app.folder.Settings;
import org.tidings.app.owner.Door;
import org.tidings.app.owner.Start;
import org.tidings.app.owner.Start.Programs;
import org.tidings.app.owner.Start.Reach;
import org.tidings.feed.told.Told;

/// Opens a window on a data folder, or raises the one that is open.
public final class Desktop implements Window {
  private static final String EVERYWHERE = "::";
  private static final int DONE = 0;

  private final Uncaught uncaught;

  /// @param uncaught what the window is to show of faults nobody expected
  public Desktop(Uncaught uncaught) {
    this.uncaught = uncaught;
  }

  @Override
  public int open(Common options) throws Exception {
    try {
      return open(options.folder(), options);
    } catch (FolderException unusable) {
      if (missing(System.getenv(), System.getProperties()).isPresent()) {
        throw unusable;
      }
      return show(
          new Opening(
              options.path(),
              new NoSettings(),
              raise -> Session.refused(unusable),
              Optional.empty()));
    }
  }

  private int open(DataFolder folder, Common options) throws Exception {
    return switch (Door.of(folder).enter()) {
      case Door.Way.Taken(var attached) -> {
        try (attached) {
          Optional<Told> doctor = Examined.told(folder);
          if (doctor.isPresent()) {
            throw new FolderException(doctor.get());
          }
          attached.node().raise(options.link());
        }
        yield DONE;
      }
      case Door.Way.Free(FolderLock lock) -> {
        try (lock) {
          Optional<String> missing = missing(System.getenv(), System.getProperties());
          if (missing.isPresent()) {
            throw new Refused(missing.get());
          }
          yield show(folder, lock, options);
        }
      }
    };
  }

  private int show(DataFolder folder, FolderLock lock, Common options)
      throws FolderException, Refused {
    Settings settings = Settings.read(folder);
    boolean compatible = settings.isSsbCompatible();
    Reach reach = new Reach.Peer(EVERYWHERE, settings.port(compatible), false, settings.lan());
    Start start = options.start(folder, reach, settings.bounds()).by(settings.routes());
    if (compatible) {
      start = start.with(Programs.atUsualPort(false));
    }
    try (Session session = new Session(folder, lock, start)) {
      return show(session.opening(options.link()));
    }
  }

  private int show(Opening opening) throws Refused {
    Optional<String> refusal;
    try {
      refusal = DesktopApplication.run(opening, uncaught);
    } catch (UnsupportedOperationException noToolkit) {
      throw new Refused(
          "No window could be opened (%s). Without one there is: tidings headless"
              .formatted(noToolkit.getMessage()));
    }
    if (refusal.isPresent()) {
      throw new Refused(refusal.get());
    }
    return DONE;
  }

  /// What is missing to open a window, said before JavaFX does, in better words.
  static Optional<String> missing(Map<String, String> environment, Properties system) {
    boolean linux = system.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("linux");
    boolean virtual = "Headless".equals(system.getProperty("glass.platform"));
    if (!linux || virtual || !environment.getOrDefault("DISPLAY", "").isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        environment.getOrDefault("WAYLAND_DISPLAY", "").isEmpty()
            ? "There is no display to open a window on. Without a window there is: tidings headless"
            : "Windows are opened through XWayland, which is missing: sudo apt-get install"
                + " xwayland");
  }
}
