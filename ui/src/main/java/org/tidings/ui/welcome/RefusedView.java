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
import org.tidings.feed.told.Told;
import org.tidings.feed.told.Worded;
import org.tidings.ui.common.EngineWords;
import org.tidings.ui.common.FxThread;
import org.tidings.ui.common.Texts;
import org.tidings.ui.control.Buttons;
import org.tidings.ui.control.Icon;
import org.tidings.ui.control.Words;
import org.tidings.ui.text.FlowText;

/// Says why the data folder cannot be opened, what is safe, and what to try. Confined to the JavaFX
/// thread.
public final class RefusedView extends StackPane {
  private static final String AGAIN = "refused.try.again";

  /// @param sentence why, in English
  /// @param why told instead, where it can be said in the person's language
  public RefusedView(String sentence, Optional<Told> why, Path folder, Runnable close) {
    Icon icon = new Icon(Feather.LIFE_BUOY);
    icon.getStyleClass().add("welcome-icon");
    FlowText title = Words.of(Texts.of("refused.title"), "welcome-title");
    String told = why.map(EngineWords::of).orElse(sentence);
    FlowText words = new FlowText(told);
    words.getStyleClass().add("refused-sentence");
    Button done = Buttons.primary("refused.close", close);
    done.setDefaultButton(true);
    done.setCancelButton(true);
    HBox buttons = new HBox(done);
    buttons.getStyleClass().add("dialog-buttons");
    VBox page =
        new VBox(
            icon,
            title,
            words,
            line(Feather.SHIELD, Texts.of("refused.safe", folder)),
            line(
                Feather.COMPASS,
                Texts.of(why.map(Told::what).map(RefusedView::advice).orElse(AGAIN))),
            buttons);
    page.getStyleClass().add("refused");
    getChildren().setAll(page);
    getStyleClass().add("screen");
    setAccessibleText(told);
    FxThread.soon(done::requestFocus);
  }

  private static String advice(Worded what) {
    return !(what instanceof StoreException.Kind kind)
        ? AGAIN
        : switch (kind) {
          case TOO_NEW -> "refused.try.update";
          case DISK_FULL -> "refused.try.room";
          case READ_ONLY -> "refused.try.permissions";
          case DAMAGED -> "refused.try.damaged";
          case FOLDER_ON_NETWORK -> "refused.try.elsewhere";
          case WRONG_IDENTITY -> "refused.try.secret";
          case CLOSED, CANCELLED, UNCERTAIN, STOPPED, FAILED -> AGAIN;
        };
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
