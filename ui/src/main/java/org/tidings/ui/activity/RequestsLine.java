package org.tidings.ui.activity;

import javafx.beans.value.ObservableIntegerValue;
import javafx.scene.control.Button;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.feather.Feather;
import org.tidings.ui.common.Texts;
import org.tidings.ui.control.FlowButton;
import org.tidings.ui.control.Icon;
import org.tidings.ui.control.RowList;
import org.tidings.ui.control.Shown;
import org.tidings.ui.control.WhileShown;

/// Says how many strangers wait for an answer, and leads to where it is given; takes no room while
/// nobody does. Confined to the JavaFX thread.
final class RequestsLine extends StackPane {
  private final Button line = new FlowButton(new Icon(Feather.USER_PLUS));

  /// @param open leads there
  RequestsLine(ObservableIntegerValue waiting, Runnable open) {
    line.setOnAction(event -> open.run());
    line.setMaxWidth(RowList.COLUMN);
    line.getStyleClass().add("requests-line");
    getChildren().setAll(line);
    getStyleClass().add("requests-room");
    WhileShown.follow(this, waiting, count -> show(count.intValue()));
  }

  private void show(int count) {
    Shown.when(count > 0, this);
    line.setText(Texts.of("activity.requests", count));
  }
}
