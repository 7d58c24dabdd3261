package org.tidings.ui.control;

import javafx.scene.control.Hyperlink;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.feather.Feather;
import org.tidings.ui.common.Texts;

/// One line in place of what the person would rather not come across: why, and a way to it.
/// Confined to the JavaFX thread.
public final class FoldedLine extends HBox {
  /// @param key of the words of the way
  /// @param show what the way does
  public FoldedLine(Feather icon, String words, String key, Runnable show) {
    Remark remark = new Remark(icon, words);
    HBox.setHgrow(remark, Priority.ALWAYS);
    Hyperlink link = new Hyperlink(Texts.of(key));
    link.setMinWidth(USE_PREF_SIZE);
    link.setOnAction(event -> show.run());
    getChildren().setAll(remark, link);
    getStyleClass().add("folded");
  }
}
