package org.tidings.ui.control;

import java.util.function.Supplier;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.tidings.ui.common.Texts;

/// Shows a text as a QR code when the person wants it. Confined to the JavaFX thread.
public final class QrBox extends VBox {
  private final ToggleButton toggle = new ToggleButton(Texts.of("qr.show"));
  private final Supplier<String> text;
  private final String name;

  /// @param key of what the code is, for a screen reader
  /// @param text what is in it, asked each time that it is shown
  public QrBox(String key, Supplier<String> text) {
    this.text = text;
    this.name = Texts.of(key);
    toggle.setGraphic(new Icon(Feather.MAXIMIZE));
    toggle.getStyleClass().addAll("plain", "qr-toggle");
    toggle.setMinWidth(USE_PREF_SIZE);
    toggle.setOnAction(event -> show());
    getChildren().setAll(toggle);
    getStyleClass().add("qr-box");
  }

  private void show() {
    boolean shown = toggle.isSelected();
    toggle.setText(Texts.of(shown ? "qr.hide" : "qr.show"));
    getChildren().setAll(toggle);
    if (shown) {
      getChildren().add(new QrCode(text.get(), name));
    }
  }
}
