package org.tidings.ui.markdown;

import java.util.LinkedHashSet;
import javafx.animation.AnimationTimer;

/// The long texts in windows that are not whole yet: at each pulse one of them grows a little, so
/// that no text, and no number of them, holds up a frame. Confined to the JavaFX thread.
final class Growth extends AnimationTimer {
  private static final Growth TEXTS = new Growth();

  private final LinkedHashSet<MarkdownView> growing = new LinkedHashSet<>();

  private Growth() {}

  /// Lets it grow until it is whole.
  static void begin(MarkdownView text) {
    TEXTS.growing.add(text);
    TEXTS.start();
  }

  /// It is seen no more.
  static void end(MarkdownView text) {
    TEXTS.growing.remove(text);
  }

  @Override
  public void handle(long now) {
    if (growing.isEmpty()) {
      stop();
    } else if (!growing.getFirst().grow()) {
      growing.removeFirst();
    }
  }
}
