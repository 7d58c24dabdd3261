package org.tidings.ui.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tidings.ui.common.Background;
import org.tidings.ui.common.Problem;
import org.tidings.ui.theme.Appearance;
import org.tidings.ui.theme.ThemeChoice;

class PreferencesTest {
  private final List<WindowSettings> saved = new ArrayList<>();
  private final List<Problem> told = new ArrayList<>();
  private boolean full;
  private final Preferences preferences = new Preferences(new Store());

  @Test
  void aChangeShowsAtOnceAndIsSaved() {
    follow();
    preferences.changeAppearance(now -> now.withTheme(ThemeChoice.DARK));
    assertThat(preferences.settings().appearance().theme()).isEqualTo(ThemeChoice.DARK);
    assertThat(saved).containsExactly(preferences.settings());
  }

  @Test
  void changesInARowAreSavedAsTheyEnd() {
    FakeScreen screen = new FakeScreen();
    preferences.saveChanges(new Background(Runnable::run, screen), told::add);
    preferences.enlargeText(1);
    preferences.enlargeText(1);
    preferences.enlargeText(1);
    screen.until(() -> !saved.isEmpty() && saved.getLast().appearance().textPercent() == 130);
    assertThat(saved).hasSizeLessThan(3);
  }

  @Test
  void textIsNeverSmallerOrLargerThanItMayBe() {
    preferences.enlargeText(50);
    assertThat(preferences.settings().appearance().textPercent())
        .isEqualTo(Appearance.LARGEST_TEXT);
    preferences.enlargeText(-50);
    assertThat(preferences.settings().appearance().textPercent())
        .isEqualTo(Appearance.SMALLEST_TEXT);
    preferences.usualText();
    assertThat(preferences.settings().appearance().textPercent()).isEqualTo(Appearance.USUAL_TEXT);
  }

  @Test
  void whatCannotBeSavedIsToldAndStillShown() {
    follow();
    full = true;
    preferences.changeAppearance(now -> now.withTheme(ThemeChoice.LIGHT));
    assertThat(told).singleElement().extracting(Problem::sentence).isEqualTo("The disk is full.");
    assertThat(preferences.settings().appearance().theme()).isEqualTo(ThemeChoice.LIGHT);
  }

  private void follow() {
    preferences.saveChanges(new Background(Runnable::run, Runnable::run), told::add);
  }

  private final class Store implements SettingsStore {
    @Override
    public WindowSettings load() {
      return WindowSettings.USUAL;
    }

    @Override
    public void save(WindowSettings settings) throws IOException {
      if (full) {
        throw new IOException("The disk is full.");
      }
      saved.add(settings);
    }
  }
}
