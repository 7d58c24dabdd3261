package org.tidings.ui.welcome;

import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.tidings.ui.common.FxThread;
import org.tidings.ui.common.Texts;
import org.tidings.ui.control.Buttons;
import org.tidings.ui.control.Icon;
import org.tidings.ui.control.Words;
import org.tidings.ui.text.FlowText;
import org.tidings.ui.workspace.Installation;

/// Four things to know before one begins. Confined to the JavaFX thread.
final class WelcomeCards extends VBox {
  /// In text sizes: a card narrower than half of that is hard to read.
  private static final double WIDE_ENOUGH = 42;

  private final FlowText subtitle = Words.of(Texts.of("welcome.subtitle"), "hint");
  private final GridPane grid = new GridPane();
  private final List<VBox> cards;

  WelcomeCards(WelcomeViewModel model, Installation installation) {
    cards =
        List.of(
            card(Feather.WIND, "welcome.what"),
            card(Feather.FEATHER, "welcome.signed"),
            card(Feather.KEY, "welcome.key", installation.secret()),
            card(Feather.RADIO, "welcome.meet"));
    grid.getStyleClass().add("welcome-cards");
    Button next = Buttons.primary("welcome.next", model::next);
    next.setDefaultButton(true);
    next.getStyleClass().add("large");
    Button bring = Buttons.plain("welcome.restore", model::bring);
    bring.getStyleClass().add("large");
    HBox ways = new HBox(next, bring);
    ways.getStyleClass().add("welcome-ways");
    VBox head = new VBox(Words.of(Texts.of("welcome.title"), "welcome-title"), subtitle);
    getChildren().setAll(head, grid, ways);
    getStyleClass().add("welcome-page");
    arrange(2);
    FxThread.soon(next::requestFocus);
  }

  @Override
  public void resize(double width, double height) {
    arrange(width > WIDE_ENOUGH * subtitle.font().getSize() ? 2 : 1);
    super.resize(width, height);
  }

  private void arrange(int columns) {
    if (grid.getColumnConstraints().size() == columns) {
      return;
    }
    grid.getColumnConstraints().clear();
    grid.getChildren().clear();
    for (int column = 0; column < columns; column++) {
      ColumnConstraints share = new ColumnConstraints();
      share.setPercentWidth(100.0 / columns);
      share.setHgrow(Priority.ALWAYS);
      grid.getColumnConstraints().add(share);
    }
    for (int i = 0; i < cards.size(); i++) {
      grid.add(cards.get(i), i % columns, i / columns);
    }
  }

  private static VBox card(Feather picture, String key, Object... values) {
    Icon icon = new Icon(picture);
    icon.getStyleClass().add("welcome-icon");
    StackPane room = new StackPane(icon);
    room.getStyleClass().add("welcome-icon-room");
    VBox card =
        new VBox(
            room,
            Words.of(Texts.of(key + ".title"), "section-title"),
            Words.of(Texts.of(key + ".text", values), "hint-text"));
    card.getStyleClass().addAll("card", "welcome-card");
    return card;
  }
}
