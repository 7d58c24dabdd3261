package org.tidings.ui.settings;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.tidings.ui.common.Language;
import org.tidings.ui.common.Texts;
import org.tidings.ui.control.Buttons;
import org.tidings.ui.theme.ThemeChoice;
import org.tidings.ui.workspace.Preferences;
import org.tidings.ui.workspace.WindowSettings;

/// Light or dark, how large, in which language; each takes effect at once. Confined to the JavaFX
/// thread.
final class AppearancePane extends VBox {
  private final Preferences preferences;

  AppearancePane(Preferences preferences) {
    this.preferences = preferences;
    getChildren()
        .setAll(
            line("settings.theme", themes()),
            line("settings.text", textSize()),
            line("settings.language", languages()));
    getStyleClass().add("settings-lines");
  }

  /// In one line where there is room, in several where text is large.
  private static FlowPane line(String key, List<Region> choices) {
    Label name = new Label(Texts.of(key));
    name.getStyleClass().add("settings-name");
    FlowPane line = new FlowPane(name);
    line.getChildren().addAll(choices);
    line.getStyleClass().add("settings-line");
    return line;
  }

  private List<Region> themes() {
    return choices(
        "theme",
        ThemeChoice.values(),
        theme -> Texts.of("settings.theme." + theme.name()),
        preferences.settings().theme(),
        chosen -> preferences.change(now -> now.withTheme(chosen)));
  }

  private List<Region> languages() {
    return choices(
        "language",
        Language.values(),
        language -> language.ownName().orElseGet(() -> Texts.of("settings.language.SYSTEM")),
        preferences.settings().language(),
        chosen -> preferences.change(now -> now.withLanguage(chosen)));
  }

  private static <E extends Enum<E>> List<Region> choices(
      String what, E[] all, Function<E, String> words, E chosen, Consumer<E> choose) {
    ToggleGroup group = new ToggleGroup();
    return Stream.of(all)
        .<Region>map(
            choice -> {
              RadioButton button = new RadioButton(words.apply(choice));
              button.setToggleGroup(group);
              button.setSelected(choice == chosen);
              button.setId(what + "-" + choice.name());
              button.setMinWidth(Region.USE_PREF_SIZE);
              button.setAccessibleText(Texts.of("settings." + what) + ": " + words.apply(choice));
              button.setOnAction(event -> choose.accept(choice));
              return button;
            })
        .toList();
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
    preferences
        .settingsProperty()
        .subscribe(
            now -> {
              int percent = now.textPercent();
              size.setText(Texts.of("settings.text.percent", percent));
              smaller.setDisable(percent == WindowSettings.SMALLEST_TEXT);
              larger.setDisable(percent == WindowSettings.LARGEST_TEXT);
              usual.setDisable(percent == WindowSettings.USUAL_TEXT);
            });
    HBox step = new HBox(smaller, size, larger);
    step.getStyleClass().add("settings-step");
    return List.of(step, usual);
  }
}
