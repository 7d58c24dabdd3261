package org.tidings.ui.control;

import java.io.InputStream;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import javafx.scene.text.TextBoundsType;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.feather.FeatherIkonHandler;

/// A pictogram that grows with the text around it, as Ikonli's own node does not. Says nothing to a
/// screen reader: whatever it stands on has words. Confined to the JavaFX thread.
public final class Icon extends Text {
  private static final double USUAL_SIZE = 16;

  /// Loaded once; from then on the stylesheet finds it by name.
  private static final Font FONT = load();

  public Icon(Feather feather) {
    super(Character.toString(feather.getCode()));
    setFont(FONT);
    setBoundsType(TextBoundsType.VISUAL);
    getStyleClass().add("icon");
  }

  private static Font load() {
    InputStream file = new FeatherIkonHandler().getFontResourceAsStream();
    return Font.loadFont(file, USUAL_SIZE);
  }
}
