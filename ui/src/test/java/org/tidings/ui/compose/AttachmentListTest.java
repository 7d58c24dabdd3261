package org.tidings.ui.compose;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import jfx.incubator.scene.control.richtext.CodeArea;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidings.feed.blob.BlobLink;
import org.tidings.feed.ref.BlobId;
import org.tidings.ui.Fx;
import org.tidings.ui.common.FxThread;
import org.tidings.ui.picture.SomePictures;
import org.tidings.ui.text.FlowText;
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

  @Test
  void whatIsStillBeingMadeReadyIsSaid(@TempDir Path folder) throws Exception {
    Queue<Runnable> work = new ConcurrentLinkedQueue<>();
    try (TestWorkspace test = new TestWorkspace(folder, work::add, FxThread::run)) {
      ComposeViewModel model =
          Fx.get(() -> new Desk(test.workspace()).take(Destination.newThread()));
      AttachmentList list =
          Fx.get(() -> new AttachmentList(model, test.workspace().album().pictures()));
      assertThat(list.isVisible()).isFalse();
      byte[] wreck = SomePictures.file(SomePictures.landscape(300, 200, 1), "png");
      Path file = Files.write(folder.resolve("wreck.png"), wreck);
      Fx.run(() -> model.attaching().files(List.of(file)));
      assertThat(said(list))
          .containsExactly("One more is being made ready. After that, this can go out.");
      for (Runnable next = work.poll(); next != null; next = work.poll()) {
        next.run();
      }
      Fx.settle();
      assertThat(said(list)).isEmpty();
      assertThat(list.getChildren()).hasSize(1);
    }
  }

  private static List<String> said(AttachmentList list) {
    return Fx.get(
        () ->
            list.getChildren().stream()
                .filter(FlowText.class::isInstance)
                .map(node -> ((FlowText) node).getText())
                .toList());
  }

  private static CodeArea field(TestWorkspace test, ComposeViewModel model) {
    return Fx.get(
        () ->
            (CodeArea)
                new AttachmentList(model, test.workspace().album().pictures())
                    .lookup(".code-area"));
  }
}
