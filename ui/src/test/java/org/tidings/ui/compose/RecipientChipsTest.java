package org.tidings.ui.compose;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import javafx.collections.FXCollections;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tidings.feed.SomeFeed;
import org.tidings.feed.index.Byline;
import org.tidings.ui.Fx;
import org.tidings.ui.common.FxThread;
import org.tidings.ui.theme.Theme;
import org.tidings.ui.theme.ThemeChoice;
import org.tidings.ui.workspace.TestWorkspace;

class RecipientChipsTest {
  private static final double WIDTH = 300;

  @ParameterizedTest
  @ValueSource(strings = {"MMMMMMMMMM", "🏰🏰🏰🏰🏰🏰🏰🏰🏰🏰", "شششششششششش"})
  void whoHasALongNameCanBeTakenOutAgain(String name, @TempDir Path folder) {
    try (TestWorkspace test = new TestWorkspace(folder, FxThread::run)) {
      Byline mara = new Byline(SomeFeed.of("Mara").id(), name.repeat(10), Optional.empty());
      Bounds button =
          Fx.get(
              () -> {
                RecipientChips chips =
                    new RecipientChips(
                        FXCollections.observableArrayList(mara),
                        out -> {},
                        test.workspace().album().pictures());
                new Theme(new Scene(chips, WIDTH, 200)).show(ThemeChoice.LIGHT, 100);
                chips.applyCss();
                chips.layout();
                Node out = chips.lookup(".button");
                return out.localToScene(out.getLayoutBounds());
              });
      assertThat(button.getMaxX()).isLessThanOrEqualTo(WIDTH);
    }
  }
}
