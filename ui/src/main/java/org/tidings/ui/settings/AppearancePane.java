package org.tidings.ui.settings;

import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.tidings.ui.common.Language;
import org.tidings.ui.common.Texts;
import org.tidings.ui.control.Buttons;
import org.tidings.ui.control.WhileShown;
import org.tidings.ui.theme.Appearance;
import org.tidings.ui.theme.Motion;
import org.tidings.ui.theme.ThemeChoice;
import org.tidings.ui.workspace.Preferences;

/// Light or dark, how large, how still, in which language; each takes effect at once. Confined to
/// the JavaFX thread.
final class AppearancePane extends VBox {
  private final Preferences preferences;

  AppearancePane(Preferences preferences) {
    this.preferences = preferences;
    getChildren()
        .setAll(
            new ChoiceLine("settings.theme", themes()),
            new ChoiceLine("settings.text", textSize()),
            new ChoiceLine("settings.motion", motions()),
            new ChoiceLine("settings.language", languages()));
    getStyleClass().add("settings-lines");
  }

  private List<RadioButton> themes() {
    return ChoiceLine.radios(
        "theme",
        Texts.of("settings.theme"),
        List.of(ThemeChoice.values()),
        theme -> Texts.of("settings.theme." + theme.name()),
        preferences.settingsProperty().map(now -> now.appearance().theme()),
        chosen -> preferences.changeAppearance(now -> now.withTheme(chosen)));
  }

  private List<RadioButton> motions() {
    return ChoiceLine.radios(
        "motion",
        Texts.of("settings.motion"),
        List.of(Motion.values()),
        motion -> Texts.of("settings.motion." + motion.name()),
        preferences.settingsProperty().map(now -> now.appearance().motion()),
        chosen -> preferences.changeAppearance(now -> now.withMotion(chosen)));
  }

  private List<RadioButton> languages() {
    return ChoiceLine.radios(
        "language",
        Texts.of("settings.language"),
        List.of(Language.values()),
        language -> language.ownName().orElseGet(() -> Texts.of("settings.language.SYSTEM")),
        preferences.settingsProperty().map(now -> now.appearance().language()),
        chosen -> preferences.changeAppearance(now -> now.withLanguage(chosen)));
  }

  private List<Region> textSize() {
    Button smaller =
        Buttons.icon(Feather.MINUS, "settings.text.smaller", () -> preferences.enlargeText(-1));
    Button larger =
        Buttons.icon(Feather.PLUS, "settings.text.larger", () -> preferences.enlargeText(1));
    larger.setId("text-larger");
    Button usual = Buttons.plain("settings.text.usual", preferences::usualText);
    Label size = new Label();
    size.getStyleClass().add("settings-size");
    WhileShown.follow(
        size,
        preferences.settingsProperty(),
        now -> {
          int percent = now.appearance().textPercent();
          size.setText(Texts.of("settings.text.percent", percent));
          smaller.setDisable(percent == Appearance.SMALLEST_TEXT);
          larger.setDisable(percent == Appearance.LARGEST_TEXT);
          usual.setDisable(percent == Appearance.USUAL_TEXT);
        });
    HBox step = new HBox(smaller, size, larger);
    step.getStyleClass().add("settings-step");
    return List.of(step, usual);
  }
}
