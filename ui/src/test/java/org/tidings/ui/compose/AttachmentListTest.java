package org.tidings.ui.compose;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import jfx.incubator.scene.control.richtext.CodeArea;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidings.feed.blob.BlobLink;
import org.tidings.feed.ref.BlobId;
import org.tidings.ui.Fx;
import org.tidings.ui.common.FxThread;
import org.tidings.ui.workspace.TestWorkspace;

class AttachmentListTest {
  private static final Attachment WRECK =
      new Attachment(BlobLink.to(BlobId.of(new byte[32])), "", 300, "image/png");

  @Test
  void whatAPictureShowsIsSaidOnEachScreenOfTheText(@TempDir Path folder) {
    try (TestWorkspace test = new TestWorkspace(folder, FxThread::run)) {
      ComposeViewModel model =
          Fx.get(() -> new Desk(test.workspace()).take(Destination.newThread()));
      Fx.run(() -> model.draft().attachments().add(WRECK));
      CodeArea one = field(test, model);
      CodeArea other = field(test, model);
      Fx.run(() -> one.setText("The wreck at low tide"));
      assertThat(Fx.get(other::getText)).isEqualTo("The wreck at low tide");
    }
  }

  private static CodeArea field(TestWorkspace test, ComposeViewModel model) {
    return Fx.get(
        () ->
            (CodeArea)
                new AttachmentList(model, test.workspace().album().pictures())
                    .lookup(".code-area"));
  }
}
