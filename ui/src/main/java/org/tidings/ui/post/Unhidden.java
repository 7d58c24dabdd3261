package org.tidings.ui.post;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.feather.Feather;
import org.tidings.feed.index.PostView;
import org.tidings.ui.common.Texts;
import org.tidings.ui.control.FoldedLine;

/// Posts that are one folded line where a word in them is to be hidden. Confined to the JavaFX
/// thread.
final class Unhidden {
  private Unhidden() {}

  /// Fills `pane` with the `parts` of a post, or with why they are hidden and a way to them.
  static void fill(Pane pane, PostView post, Node... parts) {
    post.hiddenBy()
        .ifPresentOrElse(
            word -> pane.getChildren().setAll(line(pane, word, List.of(parts))),
            () -> pane.getChildren().setAll(parts));
  }

  private static FoldedLine line(Pane pane, String word, List<Node> parts) {
    FoldedLine line =
        new FoldedLine(
            Feather.EYE_OFF,
            Texts.of("post.hidden", word),
            "thread.unfold",
            () -> pane.getChildren().setAll(parts));
    HBox.setHgrow(line, Priority.ALWAYS);
    return line;
  }
}
