package org.tidings.ui.writing;

import javafx.scene.Node;
import javafx.scene.Scene;
import org.jspecify.annotations.Nullable;

/// Does something after each layout while a node is shown: only then it is known where characters
/// stand. Confined to the JavaFX thread.
final class AfterLayout {
  private final Runnable work;

  private AfterLayout(Runnable work) {
    this.work = work;
  }

  /// Does `work` after each layout of the scene that `node` is in.
  static void of(Node node, Runnable work) {
    node.sceneProperty().subscribe(new AfterLayout(work)::move);
  }

  private void move(@Nullable Scene before, @Nullable Scene now) {
    if (before != null) {
      before.removePostLayoutPulseListener(work);
    }
    if (now != null) {
      now.addPostLayoutPulseListener(work);
    }
  }
}
