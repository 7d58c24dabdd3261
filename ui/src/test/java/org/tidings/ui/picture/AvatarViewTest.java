package org.tidings.ui.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Circle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tidings.feed.SomeFeed;
import org.tidings.feed.index.Byline;
import org.tidings.ui.Fx;
import org.tidings.ui.common.FxThread;
import org.tidings.ui.theme.Theme;
import org.tidings.ui.theme.ThemeChoice;
import org.tidings.ui.workspace.TestWorkspace;

class AvatarViewTest {
  @ParameterizedTest
  @CsvSource({"100, 40", "150, 60", "200, 80"})
  void aFaceGrowsWithTheText(int percent, double across, @TempDir Path folder) {
    try (TestWorkspace test = new TestWorkspace(folder, FxThread::run)) {
      Fx.run(
          () -> {
            AvatarView view = shown(test, percent);
            assertThat(view.getWidth()).isEqualTo(across);
            assertThat(view.getHeight()).isEqualTo(across);
            assertThat(((Circle) view.lookup(".avatar-disc")).getRadius()).isEqualTo(across / 2);
            assertThat(view.getChildren().getLast().isCache()).as("scaled once").isTrue();
          });
    }
  }

  @ParameterizedTest
  @CsvSource({
    "Mara Lindqvist, ML",
    "🌱 jonas, J",
    "🌱 mara av lindqvist, ML",
    "🌊, 🌊",
    "👩‍🚀 🌊, 👩‍🚀",
    "!!, !",
    "1️⃣, 1"
  })
  void theFirstLettersStandForANameOrWhatItBeginsWith(String name, String initials) {
    assertThat(AvatarView.initialsOf(name)).startsWith(initials);
  }

  private static AvatarView shown(TestWorkspace test, int percent) {
    Byline mara = new Byline(SomeFeed.of("Mara").id(), "Mara Lindqvist", Optional.empty());
    AvatarView view = new AvatarView(40, mara, test.workspace().album().pictures());
    StackPane root = new StackPane(view);
    new Theme(new Scene(root, 200, 200)).show(ThemeChoice.LIGHT, percent);
    root.applyCss();
    root.layout();
    return view;
  }
}
