package org.tidings.ui.timeline;

import java.util.List;
import java.util.Locale;
import javafx.scene.control.ToggleButton;
import org.tidings.feed.index.TimelineFilter;
import org.tidings.ui.common.Texts;
import org.tidings.ui.control.Tabs;
import org.tidings.ui.workspace.Preferences;
import org.tidings.ui.workspace.WindowSettings;

/// Chooses whose threads home shows; what is chosen stays so. For use on the JavaFX thread.
final class FilterTabs {
  private static final List<TimelineFilter> OFFERED =
      List.of(
          TimelineFilter.FOLLOWING,
          TimelineFilter.FRIENDS,
          TimelineFilter.CHANNELS,
          TimelineFilter.IN_REACH);

  private FilterTabs() {}

  static Tabs<TimelineFilter> of(Preferences preferences) {
    return new Tabs<>(
        OFFERED,
        preferences.settingsProperty().map(WindowSettings::home),
        filter -> preferences.change(set -> set.withHome(filter)),
        FilterTabs::dress);
  }

  private static void dress(TimelineFilter filter, ToggleButton tab) {
    tab.setText(words(filter));
    tab.setId("home-" + filter.name().toLowerCase(Locale.ROOT));
  }

  private static String words(TimelineFilter filter) {
    return switch (filter) {
      case FOLLOWING -> Texts.of("home.filter.following");
      case FRIENDS -> Texts.of("home.filter.friends");
      case CHANNELS -> Texts.of("home.filter.channels");
      case IN_REACH, EVERYBODY -> Texts.of("home.filter.reach");
    };
  }
}
