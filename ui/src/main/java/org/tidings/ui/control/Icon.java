package org.tidings.ui.control;

import java.io.InputStream;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import javafx.scene.text.TextBoundsType;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.feather.FeatherIkonHandler;
import org.tidings.ui.common.Texts;

/// A pictogram that grows with the text around it, as Ikonli's own node does not. Points the
/// other way where one reads from the right. Says nothing to a screen reader: whatever it stands on
/// has words. Confined to the JavaFX thread.
public final class Icon extends Text {
  private static final double USUAL_SIZE = 16;

  /// Loaded once; from then on the stylesheet finds it by name.
  private static final Font FONT = load();

  public Icon(Feather feather) {
    super(Character.toString((Texts.rightToLeft() ? turned(feather) : feather).getCode()));
    setFont(FONT);
    setBoundsType(TextBoundsType.VISUAL);
    getStyleClass().add("icon");
  }

  private static Feather turned(Feather feather) {
    return switch (feather) {
      case ARROW_LEFT -> Feather.ARROW_RIGHT;
      case CHEVRON_LEFT -> Feather.CHEVRON_RIGHT;
      case CHEVRON_RIGHT -> Feather.CHEVRON_LEFT;
      case CORNER_UP_LEFT -> Feather.CORNER_UP_RIGHT;
      default -> feather;
    };
  }

  private static Font load() {
    InputStream file = new FeatherIkonHandler().getFontResourceAsStream();
    return Font.loadFont(file, USUAL_SIZE);
  }
}
