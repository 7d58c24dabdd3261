package org.tidings.ui.compose;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidings.feed.blob.BlobLink;
import org.tidings.feed.ref.BlobId;
import org.tidings.ui.workspace.FakeScreen;
import org.tidings.ui.workspace.TestWorkspace;
import org.tidings.ui.workspace.Workspace;

class DraftTest {
  private final FakeScreen screen = new FakeScreen();
  private final Queue<Runnable> work = new ArrayDeque<>();

  private boolean isIdle() {
    for (Runnable next = work.poll(); next != null; next = work.poll()) {
      next.run();
    }
    return true;
  }

  @Test
  void whatIsShownIsNeverOnTheDiskByHalf(@TempDir Path folder) {
    try (TestWorkspace test = new TestWorkspace(folder, work::add, screen)) {
      Workspace workspace = test.workspace();
      Draft draft = new Draft(workspace, new Outgoing(workspace), "post");
      screen.until(() -> isIdle() && draft.loadedProperty().get());
      Words shown = new Words("The tree did it.", "Spoilers", List.of(), Optional.empty());
      draft.show(shown);
      work.remove().run();
      assertThat(Words.load(workspace.feeds().drafts(), "post")).isEqualTo(shown);
      screen.until(() -> isIdle() && draft.settledProperty().get());
    }
  }

  @Test
  void aPictureThatIsTakenBeforeWhatWasLeftIsBackGoesWithIt(@TempDir Path folder) {
    try (TestWorkspace test = new TestWorkspace(folder, work::add, screen)) {
      Workspace workspace = test.workspace();
      workspace.feeds().drafts().save("post", "Low tide");
      Draft draft = new Draft(workspace, new Outgoing(workspace), "post");
      Attachment wreck =
          new Attachment(BlobLink.to(BlobId.of(new byte[32])), "the wreck", 300, "image/png");
      draft.attachments().add(wreck);
      screen.until(() -> isIdle() && draft.loadedProperty().get());
      screen.until(() -> isIdle() && draft.settledProperty().get());
      Words whole = new Words("Low tide", "", List.of(wreck), Optional.empty());
      assertThat(draft.words()).isEqualTo(whole);
      assertThat(Words.load(workspace.feeds().drafts(), "post")).isEqualTo(whole);
    }
  }
}
