package org.tidings.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.util.Optional;
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
import org.tidings.ui.workspace.TestWorkspace;

class StoragePaneTest {
  private static final int FIRST = 1_000;

  private final SomeFeed mara = SomeFeed.of("Mara");
  private final SomeFeed ola = SomeFeed.of("Ola");
  private TestWorkspace test;

  @BeforeEach
  void open(@TempDir Path folder) {
    test = new TestWorkspace(folder, FxThread::run);
    mara.name(mara.id(), "Mara");
    mara.post("low water");
    test.receive(mara);
  }

  @AfterEach
  void close() {
    test.close();
  }

  @Test
  void whoeverIsAtARowByKeyboardStaysAtItWhenTheListIsMadeAnew() {
    StorageViewModel model = Fx.get(() -> new StorageViewModel(test.workspace()));
    test.closeFirst(() -> Fx.run(model::close));
    Scene scene =
        Fx.get(
            () ->
                new Scene(
                    new StoragePane(
                        model, test.workspace().navigator(), test.workspace().album().pictures())));
    await().until(() -> Fx.get(() -> use(model).isPresent()));
    Fx.run(() -> remove(scene).requestFocus());
    Node before = Fx.get(scene::getFocusOwner);
    ola.post("high water");
    test.receive(ola);
    Fx.run(() -> model.limit(FIRST));
    await().until(() -> Fx.get(() -> !remove(scene).equals(before)));
    assertThat(Fx.get(scene::getFocusOwner)).isEqualTo(Fx.get(() -> remove(scene)));
  }

  private static Optional<?> use(StorageViewModel model) {
    return model.viewProperty().get().flatMap(StorageView::use);
  }

  private static Button remove(Scene scene) {
    return scene.getRoot().lookupAll(".icon-button").stream()
        .map(Button.class::cast)
        .filter(button -> Texts.of("removal.of", "Mara").equals(button.getAccessibleText()))
        .findFirst()
        .orElseThrow();
  }
}
