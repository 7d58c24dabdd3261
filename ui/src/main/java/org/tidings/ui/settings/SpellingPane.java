package org.tidings.ui.settings;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javafx.scene.control.CheckBox;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.tidings.ui.common.Texts;
import org.tidings.ui.control.KeyedRows;
import org.tidings.ui.control.ScrollColumn;
import org.tidings.ui.control.Shown;
import org.tidings.ui.control.WhileShown;
import org.tidings.ui.spelling.SpellingChoice;
import org.tidings.ui.workspace.Preferences;
import org.tidings.ui.workspace.Workspace;

/// In which languages texts are checked, and the words a person has said are right. Confined to the
/// JavaFX thread.
final class SpellingPane extends VBox {
  private final Preferences preferences;
  private final VBox words = new VBox();
  private final KeyedRows<String> rows = new KeyedRows<>(word -> word, this::row);

  SpellingPane(Workspace workspace) {
    preferences = workspace.environment().preferences();
    words.getChildren().setAll(ScrollColumn.hint(Texts.of("settings.spelling.words")), rows);
    words.getStyleClass().add("settings-lines");
    getStyleClass().add("settings-lines");
    workspace.spelling().installed(this::show);
    WhileShown.follow(this, preferences.settingsProperty(), now -> showWords());
  }

  private void show(List<String> languages) {
    if (languages.isEmpty()) {
      getChildren().setAll(ScrollColumn.hint(Texts.of("settings.spelling.none")));
      return;
    }
    FlowPane line = new FlowPane();
    languages.forEach(code -> line.getChildren().add(box(code)));
    line.getStyleClass().add("settings-line");
    getChildren().setAll(ScrollColumn.hint(Texts.of("settings.spelling.text")), line, words);
  }

  private CheckBox box(String code) {
    Locale itself = Locale.of(code);
    String name = itself.getDisplayLanguage(itself);
    CheckBox box = new CheckBox(name);
    box.setId("spelling-" + code);
    box.setMinWidth(Region.USE_PREF_SIZE);
    box.setMnemonicParsing(false);
    box.setAccessibleText(Texts.of("settings.spelling") + ": " + name);
    box.setSelected(checked().contains(code));
    box.setOnAction(event -> check(code, box.isSelected()));
    return box;
  }

  private Set<String> checked() {
    return choice().languages().orElseGet(() -> Set.of(Texts.language()));
  }

  private void check(String code, boolean on) {
    Set<String> codes = new HashSet<>(checked());
    if (on) {
      codes.add(code);
    } else {
      codes.remove(code);
    }
    change(choice().withLanguages(codes));
  }

  private SpellingChoice choice() {
    return preferences.settings().spelling();
  }

  private void change(SpellingChoice next) {
    preferences.change(now -> now.withSpelling(next));
  }

  private void showWords() {
    rows.show(List.copyOf(choice().words()));
    Shown.when(!choice().words().isEmpty(), words);
  }

  private WordRow<String> row(String word) {
    return new WordRow<>(
        word,
        shown -> shown,
        "settings.spelling.forget",
        forgotten -> change(choice().withoutWord(forgotten)));
  }
}
