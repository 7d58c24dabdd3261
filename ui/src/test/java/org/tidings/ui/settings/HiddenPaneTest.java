package org.tidings.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidings.feed.SomeFeed;
import org.tidings.ui.Fx;
import org.tidings.ui.common.FxThread;
import org.tidings.ui.common.Texts;
import org.tidings.ui.control.Focus;
import org.tidings.ui.workspace.TestWorkspace;

class HiddenPaneTest {
  private static final int PAGE = 30;
  private static final int MANY = 40;

  private TestWorkspace test;
  private Runnable end = () -> {};

  @BeforeEach
  void begin(@TempDir Path folder) {
    test = new TestWorkspace(folder, FxThread::run);
  }

  @AfterEach
  void close() {
    Fx.run(end);
    test.close();
  }

  private static String button(String word) {
    return Texts.of("settings.unwanted.show.name", word);
  }

  @Test
  void whoeverTakesWordsBackByKeyboardGoesOnFromRowToRowAndThenToTheField() {
    test.workspace().feeds().hiddenWords().add("boats");
    test.workspace().feeds().hiddenWords().add("politics");
    test.workspace().feeds().mutes().mute(SomeFeed.of("Mara").id());
    Scene scene = open();
    press(scene, "boats");
    await().until(() -> button("politics").equals(focused(scene).getAccessibleText()));
    press(scene, "politics");
    await().until(() -> Fx.get(() -> Focus.isIn(scene.lookup("#hidden-word"))));
  }

  @Test
  void ofManyPeopleTheFirstAreShownAndMoreOnRequest() {
    for (int i = 0; i < MANY; i++) {
      test.workspace().feeds().mutes().mute(SomeFeed.of("muted " + i).id());
    }
    Scene scene = open();
    await().until(() -> people(scene) > 0);
    assertThat(people(scene)).isEqualTo(PAGE);
    Button more =
        buttons(scene).filter(it -> it.getText().equals("Show more")).findFirst().orElseThrow();
    Fx.run(more::fire);
    assertThat(people(scene)).isEqualTo(MANY);
  }

  private Scene open() {
    HiddenViewModel model = Fx.get(() -> new HiddenViewModel(test.workspace()));
    end = model::close;
    return Fx.get(
        () ->
            new Scene(
                new HiddenPane(
                    model, test.workspace().navigator(), test.workspace().album().pictures())));
  }

  private static int people(Scene scene) {
    return Fx.get(() -> scene.getRoot().lookupAll(".person-row").size());
  }

  private static Node focused(Scene scene) {
    return Fx.get(scene::getFocusOwner);
  }

  private static Stream<Button> buttons(Scene scene) {
    return Fx.get(() -> scene.getRoot().lookupAll(".button")).stream().map(Button.class::cast);
  }

  private static Optional<Button> of(Scene scene, String word) {
    return buttons(scene)
        .filter(shown -> button(word).equals(shown.getAccessibleText()))
        .findFirst();
  }

  private static void press(Scene scene, String word) {
    await().until(() -> of(scene, word).isPresent());
    Button pressed = of(scene, word).orElseThrow();
    Fx.run(
        () -> {
          pressed.requestFocus();
          pressed.fire();
        });
  }
}
