package org.tidings.ui.settings;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.tidings.ui.common.Texts;
import org.tidings.ui.control.Arrows;
import org.tidings.ui.control.WhileShown;
import org.tidings.ui.control.Words;

/// What may be chosen, below its name: in one line where there is room, in several where text is
/// large. Confined to the JavaFX thread.
final class ChoiceLine extends VBox {
  ChoiceLine(String key, List<? extends Region> choices) {
    FlowPane line = new FlowPane();
    line.getChildren().setAll(choices);
    line.getStyleClass().add("settings-line");
    getChildren().setAll(Words.of(Texts.of(key)), line);
    getStyleClass().add("settings-choice");
  }

  /// One of several, each a button whose id is `what`, a dash and the choice.
  ///
  /// @param name what is chosen, as a screen reader says it
  /// @param chosen the choice now, which may be made elsewhere, too
  static <T> List<RadioButton> radios(
      String what,
      String name,
      List<T> all,
      Function<? super T, String> words,
      ObservableValue<T> chosen,
      Consumer<? super T> choose) {
    ToggleGroup group = new ToggleGroup();
    return all.stream()
        .map(
            choice -> {
              RadioButton button = new RadioButton(words.apply(choice));
              button.setToggleGroup(group);
              WhileShown.follow(button, chosen, now -> button.setSelected(choice.equals(now)));
              button.setId(what + "-" + choice);
              button.setMinWidth(Region.USE_PREF_SIZE);
              button.setAccessibleText(name + ": " + words.apply(choice));
              button.setOnAction(event -> choose.accept(choice));
              Arrows.lead(button);
              return button;
            })
        .toList();
  }
}
