package org.tidings.ui.control;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import javafx.scene.AccessibleRole;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;

/// A text for cameras. Dark on white in every theme, since not all of them read it otherwise.
/// Confined to the JavaFX thread.
public final class QrCode extends StackPane {
  /// Cameras need this many empty modules around it.
  private static final int MARGIN = 4;

  /// A module is so many points wide, so that each is as wide as the others.
  private static final int MODULE = 5;

  private static final byte DARK = 1;

  /// @param text of ASCII, as ids and addresses are, at most 2,000 characters
  /// @param name what a screen reader says
  public QrCode(String text, String name) {
    getChildren().setAll(new ImageView(draw(modules(text))));
    setMaxWidth(USE_PREF_SIZE);
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    setAccessibleText(name);
    getStyleClass().add("qr-code");
  }

  private static ByteMatrix modules(String text) {
    try {
      return Encoder.encode(text, ErrorCorrectionLevel.M).getMatrix();
    } catch (WriterException e) {
      throw new IllegalArgumentException("too long for a QR code", e);
    }
  }

  private static Image draw(ByteMatrix modules) {
    int width = (modules.getWidth() + 2 * MARGIN) * MODULE;
    int height = (modules.getHeight() + 2 * MARGIN) * MODULE;
    WritableImage image = new WritableImage(width, height);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        boolean dark = isDark(modules, x / MODULE - MARGIN, y / MODULE - MARGIN);
        image.getPixelWriter().setColor(x, y, dark ? Color.BLACK : Color.WHITE);
      }
    }
    return image;
  }

  private static boolean isDark(ByteMatrix modules, int x, int y) {
    boolean inside = x >= 0 && y >= 0 && x < modules.getWidth() && y < modules.getHeight();
    return inside && modules.get(x, y) == DARK;
  }
}
