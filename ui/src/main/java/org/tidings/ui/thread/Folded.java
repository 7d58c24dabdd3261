package org.tidings.ui.thread;

import java.util.List;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.tidings.ui.common.Texts;
import org.tidings.ui.control.Remark;

/// One line in place of what the person would rather not come across, until they ask for it.
/// Confined to the JavaFX thread.
final class Folded extends VBox {
  Folded(String words, Supplier<List<Region>> hidden) {
    Remark remark = new Remark(Feather.VOLUME_X, words);
    HBox.setHgrow(remark, Priority.ALWAYS);
    Hyperlink show = new Hyperlink(Texts.of("thread.unfold"));
    show.setMinWidth(USE_PREF_SIZE);
    HBox line = new HBox(remark, show);
    line.getStyleClass().add("folded");
    show.setOnAction(event -> getChildren().setAll(List.<Node>copyOf(hidden.get())));
    getChildren().setAll(line);
  }
}
