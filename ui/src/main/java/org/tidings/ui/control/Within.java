package org.tidings.ui.control;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Parent;

/// What there is within a part of the window. Confined to the JavaFX thread.
public final class Within {
  private Within() {}

  /// The first of a kind that is to be seen in `part`, or `part` itself.
  public static <N extends Node> Optional<N> first(Node part, Class<N> kind) {
    if (!part.isVisible()) {
      return Optional.empty();
    }
    if (kind.isInstance(part)) {
      return Optional.of(kind.cast(part));
    }
    return part instanceof Parent parent
        ? parent.getChildrenUnmodifiable().stream()
            .flatMap(child -> first(child, kind).stream())
            .findFirst()
        : Optional.empty();
  }
}
