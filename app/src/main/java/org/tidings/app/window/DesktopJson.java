package org.tidings.app.window;

import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.tidings.feed.json.JsonArray;
import org.tidings.feed.json.JsonObject;
import org.tidings.ui.desktop.DesktopSettings;
import org.tidings.ui.desktop.NotificationKind;
import org.tidings.ui.desktop.QuietHours;

/// What the desktop is to do, as it stands in the settings. What makes no sense counts as not set.
/// Stateless.
final class DesktopJson {
  private static final String SILENT = "silent";
  private static final String PRIVATE_TEXT = "privateText";
  private static final String QUIET = "quietHours";
  private static final String FROM = "quietFrom";
  private static final String TO = "quietTo";
  private static final String STAY = "stayInTray";

  private DesktopJson() {}

  /// Kinds are told by those that are not shown, so that a new kind is shown.
  static JsonObject of(DesktopSettings settings) {
    QuietHours quiet = settings.quiet();
    return JsonObject.builder()
        .put(
            SILENT,
            JsonArray.ofStrings(
                Arrays.stream(NotificationKind.values())
                    .filter(kind -> !settings.kinds().contains(kind))
                    .map(DesktopJson::name)
                    .toList()))
        .put(PRIVATE_TEXT, settings.privateText())
        .put(QUIET, quiet.on())
        .put(FROM, quiet.from().toString())
        .put(TO, quiet.to().toString())
        .put(STAY, settings.stayInTray())
        .build();
  }

  static DesktopSettings parse(JsonObject json) {
    Set<String> silent =
        json.array(SILENT).stream()
            .flatMap(all -> all.items().stream())
            .flatMap(kind -> kind.asString().stream())
            .collect(Collectors.toSet());
    return new DesktopSettings(
        Arrays.stream(NotificationKind.values())
            .filter(kind -> !silent.contains(name(kind)))
            .collect(Collectors.toSet()),
        json.bool(PRIVATE_TEXT).orElse(DesktopSettings.USUAL.privateText()),
        new QuietHours(
            json.bool(QUIET).orElse(QuietHours.USUAL.on()),
            time(json, FROM).orElse(QuietHours.USUAL.from()),
            time(json, TO).orElse(QuietHours.USUAL.to())),
        json.bool(STAY).orElse(DesktopSettings.USUAL.stayInTray()));
  }

  private static String name(NotificationKind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }

  private static Optional<LocalTime> time(JsonObject json, String key) {
    try {
      return json.string(key).map(LocalTime::parse);
    } catch (DateTimeException noTime) {
      return Optional.empty();
    }
  }
}
