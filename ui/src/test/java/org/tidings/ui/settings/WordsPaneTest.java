package org.tidings.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.tidings.crypto.key.KeyPair;
import org.tidings.crypto.key.SomeKeys;
import org.tidings.feed.Identity;
import org.tidings.feed.ref.FeedId;
import org.tidings.ui.Fx;
import org.tidings.ui.common.Texts;

class WordsPaneTest {
  private final KeyPair keys = SomeKeys.of("lena");

  @Test
  void whoeverShowsTheWordsByKeyboardHidesThemByKeyboard() {
    String focused =
        Fx.get(
            () -> {
              Identity identity = new Identity(FeedId.of(keys.publicKey()), keys);
              WordsPane pane = new WordsPane(new WordsViewModel(identity, new Random(7)));
              Scene scene = new Scene(pane);
              Button show = (Button) pane.lookup(".button");
              show.requestFocus();
              show.fire();
              Node owner = scene.getFocusOwner();
              return owner instanceof Button button ? button.getText() : "nowhere";
            });
    assertThat(focused).isEqualTo(Texts.of("words.hide"));
  }

  @Test
  void whoeverComesBackFindsTheWordsHidden() {
    WordsViewModel model =
        new WordsViewModel(new Identity(FeedId.of(keys.publicKey()), keys), new Random(7));
    Stage stage = Fx.get(Stage::new);
    StackPane screen = Fx.get(() -> new StackPane(new WordsPane(model)));
    Fx.run(
        () -> {
          stage.setScene(new Scene(screen));
          stage.show();
          model.show();
        });
    assertThat(Fx.get(() -> model.stateProperty().get()))
        .isInstanceOf(WordsViewModel.State.Shown.class);
    Fx.run(screen.getChildren()::clear);
    assertThat(Fx.get(() -> model.stateProperty().get()))
        .isInstanceOf(WordsViewModel.State.Hidden.class);
    Fx.run(stage::close);
  }
}
