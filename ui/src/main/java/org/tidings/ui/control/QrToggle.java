package org.tidings.ui.control;

import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.Pane;
import org.kordamp.ikonli.feather.Feather;
import org.tidings.ui.common.FxThread;
import org.tidings.ui.common.Texts;

/// Shows a text as a QR code when the person wants it, and takes it away again. Confined to the
/// JavaFX thread.
public final class QrToggle extends ToggleButton {
  private final Supplier<String> text;
  private final Pane place;
  private final String name;
  private Optional<CopyLine> line = Optional.empty();

  /// @param key of what the code is, for a screen reader
  /// @param text what is in it, asked each time that it is shown
  /// @param place where it is shown
  public QrToggle(String key, Supplier<String> text, Pane place) {
    super(Texts.of("qr.show"), new Icon(Feather.MAXIMIZE));
    this.text = text;
    this.place = place;
    this.name = Texts.of("qr.name", Texts.of(key));
    getStyleClass().addAll("plain", "qr-toggle");
    setMinWidth(USE_PREF_SIZE);
    setAccessibleText(name);
    setOnAction(event -> show());
    Shown.when(false, place);
  }

  /// Shows what is in the code below it, too, for whoever has no camera.
  public QrToggle with(CopyLine below) {
    line = Optional.of(below);
    return this;
  }

  private void show() {
    if (isSelected()) {
      String content = text.get();
      QrCode code = new QrCode(content, name);
      code.setFocusTraversable(true);
      place.getChildren().setAll(code);
      line.ifPresent(
          below -> {
            below.show(content);
            place.getChildren().add(below);
          });
      // Going there brings it into view, and has its name read.
      FxThread.soon(code::requestFocus);
    } else {
      place.getChildren().clear();
    }
    Shown.when(isSelected(), place);
  }
}
