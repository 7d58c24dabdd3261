package org.tidings.app.window;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tidings.app.folder.DataFolder;
import org.tidings.app.folder.FolderException;
import org.tidings.app.folder.Settings;
import org.tidings.feed.Bounds;
import org.tidings.feed.index.TimelineFilter;
import org.tidings.feed.json.Json;
import org.tidings.feed.json.JsonArray;
import org.tidings.feed.json.JsonObject;
import org.tidings.replication.transport.Routes;
import org.tidings.ui.common.Language;
import org.tidings.ui.theme.Appearance;
import org.tidings.ui.theme.Motion;
import org.tidings.ui.theme.ThemeChoice;
import org.tidings.ui.workspace.SettingsStore;
import org.tidings.ui.workspace.WindowSettings;
import org.tidings.ui.workspace.WindowSettings.Frame;

/// Keeps the window's settings among all others in the data folder. Thread-safe.
final class SettingsFile implements SettingsStore {
  private static final Logger log = LoggerFactory.getLogger(SettingsFile.class);
  private static final String THEME = "theme";
  private static final String TEXT = "textPercent";
  private static final String MOTION = "motion";
  private static final String LANGUAGE = "language";
  private static final String HOME = "home";
  private static final String SPELLING = "spelling";
  private static final String DESKTOP = "desktop";
  private static final String EMOJI = "emoji";
  private static final String WINDOW = "window";

  private final DataFolder folder;

  SettingsFile(DataFolder folder) {
    this.folder = folder;
  }

  @Override
  public synchronized WindowSettings load() {
    try {
      Settings settings = Settings.read(folder);
      return of(settings.all(), settings.routes(), settings.bounds());
    } catch (FolderException e) {
      log.warn("the window looks as usual: {}", e.getMessage());
      return WindowSettings.USUAL;
    }
  }

  @Override
  public synchronized void save(WindowSettings settings) throws IOException {
    try {
      Appearance look = settings.appearance();
      Settings changed =
          Settings.read(folder)
              .with(THEME, name(look.theme()))
              .with(TEXT, Json.of(look.textPercent()))
              .with(MOTION, name(look.motion()))
              .with(LANGUAGE, name(look.language()))
              .with(HOME, name(settings.home()))
              .with(SPELLING, SpellingJson.of(settings.spelling()))
              .with(DESKTOP, DesktopJson.of(settings.desktop()))
              .with(EMOJI, JsonArray.ofStrings(settings.emoji()))
              .with(settings.routes())
              .with(settings.bounds());
      Optional<Frame> frame = settings.frame();
      (frame.isPresent() ? changed.with(WINDOW, json(frame.get())) : changed).write(folder);
    } catch (FolderException e) {
      throw e.asIo();
    }
  }

  private static WindowSettings of(JsonObject settings, Routes routes, Bounds bounds) {
    return new WindowSettings(
        appearance(settings),
        chosen(settings, HOME, TimelineFilter.values()).orElse(WindowSettings.USUAL.home()),
        routes,
        bounds,
        settings.object(SPELLING).map(SpellingJson::parse).orElse(WindowSettings.USUAL.spelling()),
        settings.object(DESKTOP).map(DesktopJson::parse).orElse(WindowSettings.USUAL.desktop()),
        settings.array(EMOJI).map(SettingsFile::strings).orElse(WindowSettings.USUAL.emoji()),
        settings.object(WINDOW).flatMap(SettingsFile::frame));
  }

  private static Appearance appearance(JsonObject settings) {
    Appearance usual = Appearance.USUAL;
    return new Appearance(
        chosen(settings, THEME, ThemeChoice.values()).orElse(usual.theme()),
        (int) settings.number(TEXT).orElse(usual.textPercent()),
        chosen(settings, MOTION, Motion.values()).orElse(usual.motion()),
        chosen(settings, LANGUAGE, Language.values()).orElse(usual.language()));
  }

  private static List<String> strings(JsonArray array) {
    return array.items().stream().flatMap(item -> item.asString().stream()).toList();
  }

  /// The one of `choices` whose name stands there, in whatever case.
  private static <E extends Enum<E>> Optional<E> chosen(
      JsonObject settings, String key, E[] choices) {
    String name = settings.string(key).orElse("");
    return Arrays.stream(choices)
        .filter(choice -> choice.name().equalsIgnoreCase(name))
        .findFirst();
  }

  private static Json name(Enum<?> choice) {
    return Json.of(choice.name().toLowerCase(Locale.ROOT));
  }

  private static JsonObject json(Frame frame) {
    return JsonObject.builder()
        .put("x", frame.x())
        .put("y", frame.y())
        .put("width", frame.width())
        .put("height", frame.height())
        .put("maximised", frame.maximised())
        .build();
  }

  /// A frame with a number missing is none.
  private static Optional<Frame> frame(JsonObject json) {
    OptionalDouble x = json.number("x");
    OptionalDouble y = json.number("y");
    OptionalDouble width = json.number("width");
    OptionalDouble height = json.number("height");
    if (x.isEmpty() || y.isEmpty() || width.isEmpty() || height.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Frame(
            x.getAsDouble(),
            y.getAsDouble(),
            width.getAsDouble(),
            height.getAsDouble(),
            json.bool("maximised").orElse(false)));
  }
}
