package org.tidings.ui.post;

import org.tidings.ui.control.RowList;
import org.tidings.ui.control.Within;

/// The keys for what may be done with the post of the row one is at. Confined to the JavaFX thread.
public final class PostKeys {
  private PostKeys() {}

  /// Has the keys work in a list of which rows begin with a post, or have none.
  public static void listen(RowList<?> rows) {
    rows.onKey(
        (key, row) ->
            Within.first(row, PostFooter.class).filter(footer -> footer.press(key)).isPresent());
  }
}
