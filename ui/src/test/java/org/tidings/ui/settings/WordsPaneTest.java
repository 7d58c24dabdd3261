package org.tidings.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
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
}
