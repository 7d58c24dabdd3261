package org.tidings.ui.settings;

import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidings.ui.Fx;
import org.tidings.ui.common.FxThread;
import org.tidings.ui.common.Texts;
import org.tidings.ui.control.Focus;
import org.tidings.ui.workspace.TestWorkspace;

class HiddenPaneTest {
  private static String button(String word) {
    return Texts.of("settings.unwanted.show.name", word);
  }

  @Test
  void whoeverTakesWordsBackByKeyboardGoesOnFromRowToRowAndThenToTheField(@TempDir Path folder) {
    TestWorkspace test = new TestWorkspace(folder, FxThread::run);
    test.workspace().feeds().hiddenWords().add("boats");
    test.workspace().feeds().hiddenWords().add("politics");
    HiddenViewModel model = Fx.get(() -> new HiddenViewModel(test.workspace()));
    HiddenPane pane =
        Fx.get(
            () ->
                new HiddenPane(
                    model, test.workspace().navigator(), test.workspace().album().pictures()));
    Scene scene = Fx.get(() -> new Scene(pane));
    press(scene, "boats");
    await().until(() -> button("politics").equals(focused(scene).getAccessibleText()));
    press(scene, "politics");
    await().until(() -> Fx.get(() -> Focus.isIn(scene.lookup("#hidden-word"))));
    Fx.run(model::close);
    test.close();
  }

  private static Node focused(Scene scene) {
    return Fx.get(scene::getFocusOwner);
  }

  private static Optional<Button> of(Scene scene, String word) {
    return Fx.get(
        () ->
            scene.getRoot().lookupAll(".button").stream()
                .map(Button.class::cast)
                .filter(shown -> button(word).equals(shown.getAccessibleText()))
                .findFirst());
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
