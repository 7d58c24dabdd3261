package org.tidings.ui.picture;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.input.ClipboardContent;
import org.tidings.ui.common.Background;

/// A picture or another file of a post on its way to another program, which is given a file of its
/// own. A drag has to name it the moment it begins, so the copy is made as soon as the person
/// presses the mouse; without a drag, or where nobody took it, it is gone at once. Confined to the
/// JavaFX thread.
final class DragCopy {
  private final Background background;
  private final Saving saving;
  private final Embedded file;
  private Optional<Path> copy = Optional.empty();
  private boolean pressed;

  DragCopy(Background background, Saving saving, Embedded file) {
    this.background = background;
    this.saving = saving;
    this.file = file;
  }

  /// Makes the copy. What is not here cannot be dragged, and says so itself.
  void make() {
    pressed = true;
    background.ask(() -> saving.copy(file), this::made, problem -> {});
  }

  private void made(Path made) {
    if (pressed && copy.isEmpty()) {
      copy = Optional.of(made);
    } else {
      remove(made);
    }
  }

  /// What is dragged; empty while there is no copy.
  Optional<ClipboardContent> content() {
    return copy.map(
        made -> {
          ClipboardContent content = new ClipboardContent();
          content.putFiles(List.of(made.toFile()));
          return content;
        });
  }

  /// The mouse is let go.
  ///
  /// @param taken whether another program was given the copy, which it may read later
  void letGo(boolean taken) {
    pressed = false;
    if (!taken) {
      copy.ifPresent(this::remove);
    }
    copy = Optional.empty();
  }

  private void remove(Path made) {
    background.run(() -> saving.remove(made), () -> {}, problem -> {});
  }
}
