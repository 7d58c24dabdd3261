package org.tidings.ui.settings;

import java.util.List;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.tidings.feed.index.Byline;
import org.tidings.ui.common.Texts;
import org.tidings.ui.control.Buttons;
import org.tidings.ui.control.KeyedRows;
import org.tidings.ui.control.ScrollColumn;
import org.tidings.ui.control.Shown;
import org.tidings.ui.navigation.Navigator;
import org.tidings.ui.picture.Pictures;
import org.tidings.ui.post.Excerpt;
import org.tidings.ui.settings.HiddenViewModel.QuietThread;
import org.tidings.ui.text.FlowText;
import org.tidings.ui.writing.LineField;

/// What the person would rather not come across, and what that does: words and threads are taken
/// back here, people on their profiles. Confined to the JavaFX thread.
final class HiddenPane extends VBox {
  private static final int LONGEST_WORD = 100;

  private final HiddenViewModel model;
  private final LineField field;
  private final KeyedRows<String> words;
  private final Listed<QuietThread> threads;
  private final Listed<Byline> muted;
  private final Listed<Byline> blocked;

  HiddenPane(HiddenViewModel model, Navigator navigator, Pictures pictures) {
    this.model = model;
    field =
        new LineField(model.typedProperty(), "settings.unwanted.word", LONGEST_WORD, model::hide);
    words =
        new KeyedRows<>(
            word -> word,
            word -> new WordRow<>(word, shown -> shown, "settings.unwanted.show", model::show));
    KeyedRows<QuietThread> quiet =
        new KeyedRows<>(
            thread -> thread.root().toString(),
            thread ->
                new WordRow<>(
                    thread,
                    HiddenPane::words,
                    "thread.unmute",
                    taken -> model.unmute(taken.root())));
    words.whenLeft(field.editor()::focusText);
    quiet.whenLeft(field.editor()::focusText);
    threads = new Listed<>("settings.quiet", quiet);
    muted = new Listed<>("settings.muted", people(navigator, pictures));
    blocked = new Listed<>("settings.blocked", people(navigator, pictures));
    getChildren()
        .setAll(
            ScrollColumn.hint(Texts.of("settings.unwanted")),
            adding(),
            words,
            threads,
            muted,
            blocked);
    getStyleClass().add("settings-lines");
    model.hiddenProperty().subscribe(this::show);
  }

  private static KeyedRows<Byline> people(Navigator navigator, Pictures pictures) {
    return new KeyedRows<>(
        by -> by.id().toString(), by -> new HiddenPerson(by, navigator, pictures));
  }

  private static String words(QuietThread thread) {
    return thread.opening().map(Excerpt::words).orElse(thread.root().toString());
  }

  private HBox adding() {
    field.setId("hidden-word");
    field.prompt("settings.unwanted.prompt");
    HBox.setHgrow(field, Priority.ALWAYS);
    HBox line = new HBox(field, Buttons.plain("settings.unwanted.hide", model::hide));
    line.getStyleClass().add("copy-line");
    return line;
  }

  private void show(HiddenViewModel.Hidden hidden) {
    words.show(hidden.words());
    Shown.when(!hidden.words().isEmpty(), words);
    threads.show(hidden.threads());
    muted.show(hidden.muted());
    blocked.show(hidden.blocked());
  }

  /// Rows, and above them what it means to be among them.
  private static final class Listed<T> extends VBox {
    private final String key;
    private final FlowText hint = ScrollColumn.hint("");
    private final KeyedRows<T> rows;

    /// @param key of the words; with `.none`, of those where there are no rows
    Listed(String key, KeyedRows<T> rows) {
      this.key = key;
      this.rows = rows;
      getChildren().setAll(hint, rows);
      getStyleClass().add("settings-lines");
    }

    void show(List<T> things) {
      hint.setText(Texts.of(things.isEmpty() ? key + ".none" : key));
      rows.show(things);
      Shown.when(!things.isEmpty(), rows);
    }
  }
}
