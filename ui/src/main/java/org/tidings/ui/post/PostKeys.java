package org.tidings.ui.post;

import javafx.scene.input.KeyEvent;
import org.tidings.ui.control.RowList;
import org.tidings.ui.control.Within;
import org.tidings.ui.markdown.MarkdownView;

/// The keys for what may be done with the post of the row one is at. Confined to the JavaFX thread.
public final class PostKeys {
  private PostKeys() {}

  /// Has the keys work in a list of which rows begin with a post, or have none.
  public static void listen(RowList<?> rows) {
    rows.onKey(
        (key, row) ->
            Within.first(row, PostFooter.class).filter(footer -> footer.press(key)).isPresent());
    rows.addEventFilter(KeyEvent.KEY_PRESSED, key -> mark(rows, key));
  }

  /// From a row one comes to the text in it by marking some of it.
  private static void mark(RowList<?> rows, KeyEvent key) {
    if (key.getTarget() == rows && MarkdownView.isMarkedBy(key)) {
      rows.chosenRow()
          .flatMap(row -> Within.first(row, MarkdownView.class))
          .ifPresent(
              text -> {
                key.consume();
                text.mark(key);
              });
    }
  }
}
