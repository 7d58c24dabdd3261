package org.tidings.ui.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.layout.BorderPane;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidings.ui.Fx;
import org.tidings.ui.common.FxThread;
import org.tidings.ui.navigation.Navigator;
import org.tidings.ui.navigation.Place;
import org.tidings.ui.theme.Theme;
import org.tidings.ui.theme.ThemeChoice;
import org.tidings.ui.workspace.TestWorkspace;

class ScreenHeaderTest {
  @Test
  void theNameOfAScreenStandsAsHighAsTheWayBack(@TempDir Path folder) {
    try (TestWorkspace test = new TestWorkspace(folder, FxThread::run)) {
      Fx.run(
          () -> {
            Navigator navigator = test.workspace().navigator();
            navigator.go(new Place.Activity());
            BorderPane screen = new BorderPane();
            screen.setTop(new ScreenHeader(navigator, "Activity"));
            Scene scene = new Scene(screen, 800, 400);
            new Theme(scene).show(ThemeChoice.LIGHT, 100);
            screen.applyCss();
            screen.layout();
            assertThat(middle(scene.lookup(".screen-title .label")))
                .isCloseTo(middle(scene.lookup(".icon-button")), within(1.5));
          });
    }
  }

  private static double middle(Node node) {
    return node.localToScene(node.getLayoutBounds()).getCenterY();
  }
}
