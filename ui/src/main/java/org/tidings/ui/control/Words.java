package org.tidings.ui.control;

import javafx.scene.layout.Region;
import org.tidings.ui.text.FlowText;

/// Words of the program over as many lines as they need, never cut short, and no wider than they
/// are. For use on the JavaFX thread.
public final class Words {
  private Words() {}

  /// A node that shows `words`, of these style classes.
  public static FlowText of(String words, String... styles) {
    FlowText text = new FlowText();
    text.setText(words);
    text.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    text.getStyleClass().addAll(styles);
    return text;
  }
}
