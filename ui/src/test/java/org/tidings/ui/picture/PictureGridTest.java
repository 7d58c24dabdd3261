package org.tidings.ui.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidings.feed.blob.BlobLink;
import org.tidings.feed.ref.BlobId;
import org.tidings.ui.Fx;
import org.tidings.ui.common.FxThread;
import org.tidings.ui.workspace.TestWorkspace;

class PictureGridTest {
  @Test
  void itIsNoHigherThanAPictureThatLiesInItsWidth(@TempDir Path folder) {
    Embedded wreck = Embedded.of(BlobLink.to(BlobId.of(new byte[32])), "the wreck");
    try (TestWorkspace test = new TestWorkspace(folder, FxThread::run)) {
      Fx.run(
          () -> {
            PictureGrid grid =
                new PictureGrid(test.workspace().album(), List.of(wreck), number -> {});
            assertThat(grid.prefHeight(400)).isEqualTo(300);
            assertThat(grid.prefHeight(628)).isEqualTo(grid.prefHeight(900));
          });
    }
  }
}
