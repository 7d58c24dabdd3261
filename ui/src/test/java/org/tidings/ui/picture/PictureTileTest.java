package org.tidings.ui.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Objects;
import java.util.function.BiConsumer;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.image.ImageView;
import javafx.scene.image.WritableImage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidings.feed.blob.BlobLink;
import org.tidings.feed.ref.BlobId;
import org.tidings.replication.blob.BlobStatus;
import org.tidings.ui.Fx;
import org.tidings.ui.common.FxThread;
import org.tidings.ui.control.Focus;
import org.tidings.ui.workspace.TestWorkspace;

/// Where somebody is who asks for a missing picture again, in a post and where it is looked at.
class PictureTileTest {
  private final Embedded picture = Embedded.of(BlobLink.to(BlobId.of(new byte[32])), "the wreck");
  private TestWorkspace test;

  @BeforeEach
  void open(@TempDir Path folder) {
    test = new TestWorkspace(folder, FxThread::run);
  }

  @AfterEach
  void close() {
    test.close();
  }

  /// What has the keyboard that was at the button, once it stands otherwise with the picture.
  private static <P extends Parent> Node after(
      P shown, BiConsumer<P, PictureState> show, BlobStatus next) {
    Scene scene = new Scene(shown);
    show.accept(shown, new PictureState.Missing(new BlobStatus.NobodyHasIt(1)));
    shown.lookup(".button").requestFocus();
    show.accept(shown, new PictureState.Missing(next));
    assertThat(Focus.isIn(shown)).isTrue();
    return Objects.requireNonNull(scene.getFocusOwner());
  }

  private PictureTile tile() {
    return new PictureTile(test.workspace().album(), picture, true, () -> {});
  }

  private ZoomPane zoom() {
    return new ZoomPane(test.workspace().album().pictures(), picture);
  }

  @Test
  void whoeverIsAtTheButtonStaysAtIt() {
    BlobStatus more = new BlobStatus.NobodyHasIt(2);
    Fx.run(
        () -> {
          assertThat(after(tile(), PictureTile::show, more)).isInstanceOf(Button.class);
          assertThat(after(zoom(), ZoomPane::show, more)).isInstanceOf(Button.class);
        });
  }

  @Test
  void whoeverIsAtAButtonThatGoesStaysAtThePicture() {
    BlobStatus asking = new BlobStatus.Asking(2);
    Fx.run(
        () -> {
          assertThat(after(tile(), PictureTile::show, asking)).isInstanceOf(PictureTile.class);
          assertThat(after(zoom(), ZoomPane::show, asking)).isInstanceOf(ZoomPane.class);
        });
  }

  @Test
  void aPictureIsScaledOnceAndNotInEachFrame() {
    PictureState ready = new PictureState.Ready(new WritableImage(30, 20));
    Fx.run(
        () -> {
          PictureTile tile = tile();
          tile.show(ready);
          assertThat(tile.getChildren().getFirst()).isInstanceOf(ImageView.class);
          assertThat(tile.getChildren().getFirst().isCache()).isTrue();
        });
  }
}
