package org.tidings.ui.control;

import java.util.function.Supplier;
import javafx.animation.PauseTransition;
import javafx.scene.control.Button;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.util.Duration;
import org.kordamp.ikonli.feather.Feather;
import org.tidings.ui.common.Texts;

/// Puts a text on the clipboard and says so for a moment. Confined to the JavaFX thread.
public final class CopyButton extends Button {
  private static final Duration MOMENT = Duration.seconds(2);

  private final PauseTransition moment = new PauseTransition(MOMENT);
  private final String name;

  /// @param key of what a screen reader says; the button itself just says "Copy"
  public CopyButton(String key, Supplier<String> text) {
    name = Texts.of(key);
    getStyleClass().addAll("plain", "copy");
    setMinWidth(USE_PREF_SIZE);
    setOnAction(event -> copy(text.get()));
    moment.setOnFinished(over -> say("copy.copy", Feather.COPY, name));
    say("copy.copy", Feather.COPY, name);
  }

  private void copy(String text) {
    ClipboardContent content = new ClipboardContent();
    content.putString(text);
    Clipboard.getSystemClipboard().setContent(content);
    say("copy.copied", Feather.CHECK, Texts.of("copy.copied"));
    moment.playFromStart();
  }

  private void say(String words, Feather icon, String accessible) {
    setText(Texts.of(words));
    setGraphic(new Icon(icon));
    setAccessibleText(accessible);
  }
}
