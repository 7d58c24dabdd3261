package org.tidings.ui.settings;

import static org.tidings.ui.control.ScrollColumn.hint;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.RadioButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.tidings.feed.upkeep.Ring;
import org.tidings.ui.common.Texts;
import org.tidings.ui.control.ByteSize;
import org.tidings.ui.control.Clickable;
import org.tidings.ui.control.Words;
import org.tidings.ui.text.FlowText;

/// How far feeds are fetched, with what each choice costs. Confined to the JavaFX thread.
final class RangePane extends VBox {
  private static final List<Integer> CHOICES = List.of(1, 2, 3);

  RangePane(RangeViewModel model) {
    getChildren().add(hint(Texts.of("range.text")));
    List<RadioButton> buttons =
        ChoiceLine.radios(
            "range",
            Texts.of("settings.range"),
            CHOICES,
            hops -> Texts.of("range.hops." + hops),
            model.hops(),
            model::choose);
    for (int i = 0; i < CHOICES.size(); i++) {
      getChildren().add(choice(model, buttons.get(i), CHOICES.get(i)));
    }
    getStyleClass().add("settings-lines");
  }

  private static Node choice(RangeViewModel model, RadioButton button, int hops) {
    FlowText name = Words.of(button.getText());
    Clickable.mouse(name, button::fire);
    // Its words stand beside it, where they may take several lines.
    button.setText("");
    FlowText cost = Words.of("", "range-cost");
    model
        .ringsProperty()
        .subscribe(
            rings -> {
              String words = rings.isEmpty() ? "" : words(hops, rings);
              cost.setText(words);
              button.setAccessibleHelp(words);
            });
    VBox words = new VBox(name, cost);
    words.getStyleClass().add("range-words");
    HBox line = new HBox(button, words);
    line.getStyleClass().add("check-line");
    return line;
  }

  private static String words(int hops, List<Ring> rings) {
    Cost cost = Cost.within(hops, rings);
    if (cost.people().isEmpty()) {
      return Texts.of("range.unknown");
    }
    String people = Texts.of("range.people", cost.people().get());
    if (cost.messages() == 0) {
      return people;
    }
    String messages = Texts.of("storage.messages", cost.messages());
    return Texts.of(
        cost.here() ? "range.here" : "range.about", people, messages, ByteSize.brief(cost.bytes()));
  }
}
