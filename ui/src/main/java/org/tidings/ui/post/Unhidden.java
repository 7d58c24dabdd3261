package org.tidings.ui.post;

import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.feather.Feather;
import org.tidings.feed.index.PostView;
import org.tidings.ui.common.Texts;
import org.tidings.ui.control.FoldedLine;
import org.tidings.ui.post.Unfolded.Part;

/// Posts that are one folded line where a word in them is to be hidden. Confined to the JavaFX
/// thread.
public final class Unhidden {
  private Unhidden() {}

  /// Fills `pane` with the `parts` of a post, or with why they are hidden and a way to them.
  public static void fill(Pane pane, PostView post, PostActions actions, Node... parts) {
    Unfolded unfolded = actions.unfolded();
    Runnable show =
        () -> {
          unfolded.add(post.id(), Part.HIDDEN);
          pane.getChildren().setAll(parts);
        };
    post.hiddenBy()
        .filter(word -> !unfolded.contains(post.id(), Part.HIDDEN))
        .ifPresentOrElse(
            word -> pane.getChildren().setAll(line(word, show)),
            () -> pane.getChildren().setAll(parts));
  }

  private static FoldedLine line(String word, Runnable show) {
    FoldedLine line =
        new FoldedLine(Feather.EYE_OFF, Texts.of("post.hidden", word), "thread.unfold", show);
    HBox.setHgrow(line, Priority.ALWAYS);
    return line;
  }
}
