package org.tidings.ui.welcome;

import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.tidings.feed.store.StoreException;
import org.tidings.ui.common.FxThread;
import org.tidings.ui.common.Texts;
import org.tidings.ui.control.Buttons;
import org.tidings.ui.control.Icon;
import org.tidings.ui.control.Words;
import org.tidings.ui.text.FlowText;

/// Says why the data folder cannot be opened, what is safe, and what to try. Confined to the JavaFX
/// thread.
public final class RefusedView extends StackPane {

  /// @param sentence why, for people
  /// @param kind what went wrong, where it is known
  public RefusedView(
      String sentence, Optional<StoreException.Kind> kind, Path folder, Runnable close) {
    Icon icon = new Icon(Feather.LIFE_BUOY);
    icon.getStyleClass().add("welcome-icon");
    FlowText title = Words.of(Texts.of("refused.title"), "welcome-title");
    FlowText why = new FlowText(sentence);
    why.getStyleClass().add("refused-sentence");
    Button done = Buttons.primary("refused.close", close);
    done.setDefaultButton(true);
    done.setCancelButton(true);
    HBox buttons = new HBox(done);
    buttons.getStyleClass().add("dialog-buttons");
    VBox page =
        new VBox(
            icon,
            title,
            why,
            line(Feather.SHIELD, Texts.of("refused.safe", folder)),
            line(Feather.COMPASS, advice(kind)),
            buttons);
    page.getStyleClass().add("refused");
    getChildren().setAll(page);
    getStyleClass().add("screen");
    setAccessibleText(sentence);
    FxThread.soon(done::requestFocus);
  }

  private static String advice(Optional<StoreException.Kind> kind) {
    return Texts.of(
        kind.map(
                known ->
                    switch (known) {
                      case TOO_NEW -> "refused.try.update";
                      case DISK_FULL -> "refused.try.room";
                      case READ_ONLY -> "refused.try.permissions";
                      case DAMAGED -> "refused.try.damaged";
                      case FOLDER_ON_NETWORK -> "refused.try.elsewhere";
                      case WRONG_IDENTITY -> "refused.try.secret";
                      case CLOSED, CANCELLED, UNCERTAIN, FAILED -> "refused.try.again";
                    })
            .orElse("refused.try.again"));
  }

  private static HBox line(Feather picture, String words) {
    FlowText text = new FlowText(words);
    text.getStyleClass().add("hint-text");
    HBox.setHgrow(text, Priority.ALWAYS);
    HBox line = new HBox(new Icon(picture), text);
    line.getStyleClass().add("refused-line");
    return line;
  }
}
