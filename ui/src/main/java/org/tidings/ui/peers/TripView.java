package org.tidings.ui.peers;

import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.tidings.ui.common.Texts;
import org.tidings.ui.control.Icon;
import org.tidings.ui.control.Shown;
import org.tidings.ui.control.Words;
import org.tidings.ui.text.FlowText;

/// The steps on the way to somebody, each with a sign of how it went. Confined to the JavaFX
/// thread.
final class TripView extends VBox {
  TripView() {
    getStyleClass().add("trip");
  }

  void show(Trip trip) {
    List<Node> lines = trip.steps().stream().map(TripView::line).toList();
    getChildren().setAll(lines);
    Shown.when(!lines.isEmpty(), this);
  }

  private static Node line(Trip.Step step) {
    FlowText name = Words.of(Texts.of("way." + step.key()), "trip-name");
    VBox words = new VBox(name);
    if (!step.remark().isEmpty()) {
      words.getChildren().add(Words.of(step.remark(), "peer-state"));
    }
    HBox.setHgrow(words, Priority.ALWAYS);
    StackPane sign = new StackPane(new Icon(sign(step.state())));
    sign.getStyleClass().add("trip-sign");
    HBox line = new HBox(sign, words);
    line.getStyleClass().add("trip-step");
    PseudoClass state = PseudoClass.getPseudoClass(styleOf(step.state()));
    line.pseudoClassStateChanged(state, true);
    line.setAccessibleRole(AccessibleRole.TEXT);
    line.setAccessibleText(
        Texts.of("way.said." + step.state(), name.getText(), step.remark()).strip());
    return line;
  }

  private static Feather sign(Trip.State state) {
    return switch (state) {
      case AHEAD -> Feather.CIRCLE;
      case UNDER_WAY -> Feather.LOADER;
      case DONE -> Feather.CHECK_CIRCLE;
      case FAILED -> Feather.ALERT_CIRCLE;
    };
  }

  private static String styleOf(Trip.State state) {
    return switch (state) {
      case AHEAD -> "ahead";
      case UNDER_WAY -> "under-way";
      case DONE -> "done";
      case FAILED -> "failed";
    };
  }
}
