package org.tidings.ui.settings;

import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.control.Button;
import javafx.scene.layout.Priority;
import org.tidings.ui.common.Texts;
import org.tidings.ui.control.Buttons;
import org.tidings.ui.control.KeyedRows;
import org.tidings.ui.control.NameLabel;

/// Words for something the person has set, and a button that takes it back. Confined to the JavaFX
/// thread.
final class WordRow<T> extends KeyedRows.Row<T> {
  private final Function<? super T, String> words;
  private final String key;
  private final NameLabel label = new NameLabel("", "hidden-words");
  private final Button button;

  /// @param words for what it shows
  /// @param key of the button; `key.name` is what a screen reader says of it, with the words
  WordRow(T item, Function<? super T, String> words, String key, Consumer<? super T> takeBack) {
    this.words = words;
    this.key = key;
    label.setMinWidth(0);
    setHgrow(label, Priority.ALWAYS);
    button = Buttons.plain(key, () -> takeBack.accept(item));
    getChildren().setAll(label, button);
    setFillHeight(false);
    getStyleClass().add("person-row");
    show(item);
  }

  @Override
  public void show(T item) {
    String now = words.apply(item);
    label.show(now);
    button.setAccessibleText(Texts.of(key + ".name", now));
  }

  @Override
  public void enter() {
    button.requestFocus();
  }
}
