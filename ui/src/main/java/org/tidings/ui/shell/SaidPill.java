package org.tidings.ui.shell;

import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;
import org.kordamp.ikonli.feather.Feather;
import org.tidings.ui.common.Notices;
import org.tidings.ui.control.Announcer;
import org.tidings.ui.control.Icon;
import org.tidings.ui.control.WhileShown;

/// A good word in the header of the screen, for a moment: there it covers nothing that is being
/// read or written. Never in the way of the mouse. Confined to the JavaFX thread.
final class SaidPill extends Label {
  private static final Duration LONG_ENOUGH = Duration.seconds(3);

  private final PauseTransition pause = new PauseTransition(LONG_ENOUGH);

  SaidPill(Notices notices) {
    setGraphic(new Icon(Feather.CHECK));
    setMouseTransparent(true);
    setAccessibleRole(AccessibleRole.TEXT);
    getStyleClass().add("said-pill");
    StackPane.setAlignment(this, Pos.TOP_CENTER);
    pause.setOnFinished(event -> notices.hush());
    WhileShown.follow(
        this,
        notices.saidProperty(),
        said -> {
          setVisible(said.isPresent());
          said.ifPresent(this::show);
        });
  }

  private void show(String word) {
    setText(word);
    Announcer.say(this, word);
    pause.playFromStart();
  }
}
