package org.tidings.ui.picture;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.layout.VBox;
import org.tidings.ui.common.Texts;
import org.tidings.ui.control.Shown;

/// Pictures and files that stand together in a post: the pictures in a grid, the files below it, a
/// few at once and as many more as often as somebody asks for them. Confined to the JavaFX thread.
final class Together extends VBox {
  /// So many files are shown at a time.
  static final int FEW = 6;

  private final Album album;
  private final Consumer<Embedded> open;
  private final Deque<Embedded> files;
  private final Hyperlink more = new Hyperlink();
  private List<Embedded> pictures;

  /// @param open told which picture somebody wants to see in full
  /// @param folded whether even the first are shown only when somebody asks for them
  Together(Album album, List<Embedded> all, Consumer<Embedded> open, boolean folded) {
    this.album = album;
    this.open = open;
    // One may stand in a text as often as there is room in a message.
    List<Embedded> each = all.stream().distinct().toList();
    pictures = each.stream().filter(Embedded::mayBePicture).toList();
    files = new ArrayDeque<>(each.stream().filter(file -> !file.mayBePicture()).toList());
    more.setOnAction(event -> showMore());
    more.getStyleClass().add("post-more");
    getChildren().setAll(more);
    getStyleClass().add("pictures");
    if (folded) {
      offer(pictures.size() + files.size());
    } else {
      showMore();
    }
  }

  private void showMore() {
    List<Node> next = new ArrayList<>();
    if (!pictures.isEmpty()) {
      List<Embedded> grid = pictures;
      next.add(new PictureGrid(album, grid, at -> open.accept(grid.get(at))));
      pictures = List.of();
    }
    for (int i = 0; i < FEW && !files.isEmpty(); i++) {
      next.add(new FileTile(album, files.remove()));
    }
    getChildren().addAll(getChildren().size() - 1, next);
    offer(files.size());
  }

  private void offer(int left) {
    more.setText(Texts.of("picture.further", left));
    Shown.when(left > 0, more);
  }
}
