package org.tidings.ui.control;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;

/// Chooses one of a few, which stand beside each other: in one line where there is room, in several
/// where text is large. Confined to the JavaFX thread.
public final class Tabs<T> extends FlowPane {
  private final ToggleGroup group = new ToggleGroup();
  private final ObservableValue<T> chosen;
  private final Consumer<? super T> choose;

  /// @param chosen what is chosen now
  /// @param choose told what the person chose, which may be the same again
  /// @param dress gives each tab its words
  public Tabs(
      List<T> offered,
      ObservableValue<T> chosen,
      Consumer<? super T> choose,
      BiConsumer<? super T, ToggleButton> dress) {
    this.chosen = chosen;
    this.choose = choose;
    getStyleClass().add("section-tabs");
    for (T choice : offered) {
      ToggleButton tab = tab(choice);
      dress.accept(choice, tab);
      getChildren().add(tab);
    }
  }

  private ToggleButton tab(T choice) {
    ToggleButton tab = new ToggleButton();
    tab.setToggleGroup(group);
    tab.getStyleClass().add("section-tab");
    tab.setMinWidth(USE_PREF_SIZE);
    tab.setOnAction(
        event -> {
          // The one chosen stays chosen.
          tab.setSelected(true);
          choose.accept(choice);
        });
    Arrows.lead(tab);
    WhileShown.follow(this, chosen, now -> tab.setSelected(choice.equals(now)));
    return tab;
  }
}
