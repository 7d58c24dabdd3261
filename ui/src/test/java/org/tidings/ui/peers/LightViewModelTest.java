package org.tidings.ui.peers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidings.replication.TestPeer;
import org.tidings.ui.workspace.FakeScreen;
import org.tidings.ui.workspace.TestWorkspace;

class LightViewModelTest {
  private final FakeScreen screen = new FakeScreen();
  @TempDir private Path folder;

  @Test
  void itTurnsGreenWithAConnectionAndGreyAfterIt() throws IOException {
    try (TestWorkspace test = new TestWorkspace(folder.resolve("we"), screen)) {
      test.goOnline();
      LightViewModel model = new LightViewModel(test.workspace());
      test.closeFirst(model::close);
      try (TestPeer peer = TestPeer.start(folder.resolve("they"))) {
        peer.connect(test.workspace().replication().address());
        screen.until(() -> model.lightProperty().get() == Light.CONNECTED);
      }
      screen.until(() -> model.lightProperty().get() == Light.ALONE);
    }
  }

  @Test
  void somebodyNearbyIsWorthATry() {
    assertThat(Light.of(List.of(), true)).isEqualTo(Light.TRYING);
    assertThat(Light.of(List.of(), false)).isEqualTo(Light.ALONE);
  }
}
