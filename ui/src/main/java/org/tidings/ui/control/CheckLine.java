package org.tidings.ui.control;

import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.CheckBox;
import javafx.scene.layout.HBox;
import org.tidings.ui.common.Texts;
import org.tidings.ui.text.FlowText;

/// Something to tick, with words over as many lines as they need. Confined to the JavaFX thread.
public final class CheckLine extends HBox {
  private final CheckBox box = new CheckBox();

  /// @param key of its words; with dashes, the id of what is ticked
  /// @param chosen told what the person chose
  public CheckLine(String key, boolean selected, Consumer<Boolean> chosen) {
    String words = Texts.of(key);
    box.setId(key.replace('.', '-'));
    box.setAccessibleText(words);
    box.setSelected(selected);
    box.setMinWidth(USE_PREF_SIZE);
    box.setOnAction(event -> chosen.accept(box.isSelected()));
    FlowText text = Words.of(words);
    Clickable.mouse(text, box::fire);
    getChildren().setAll(box, text);
    getStyleClass().add("check-line");
  }

  /// One for what may be set elsewhere, too: that shows here.
  public static CheckLine following(
      String key, ObservableValue<Boolean> set, Consumer<Boolean> chosen) {
    CheckLine line = new CheckLine(key, set.getValue(), chosen);
    WhileShown.follow(line, set, line.box::setSelected);
    return line;
  }

  /// What is ticked.
  public CheckBox box() {
    return box;
  }
}
