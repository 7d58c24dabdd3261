package org.tidings.ui.thread;

import java.util.List;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.tidings.ui.control.FoldedLine;

/// One line in place of posts, until the person asks for them. Confined to the JavaFX thread.
final class Folded extends VBox {
  private final Supplier<List<Region>> hidden;

  /// @param asked run when the person asks for them
  Folded(String words, Supplier<List<Region>> hidden, Runnable asked) {
    this.hidden = hidden;
    Runnable unfold =
        () -> {
          asked.run();
          show();
        };
    getChildren().setAll(new FoldedLine(Feather.VOLUME_X, words, "thread.unfold", unfold));
  }

  /// Shows them.
  void show() {
    getChildren().setAll(List.<Node>copyOf(hidden.get()));
  }
}
