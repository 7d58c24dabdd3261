package org.tidings.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelReader;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidings.crypto.hash.Sha256;
import org.tidings.feed.Feeds;
import org.tidings.feed.SomeFeed;
import org.tidings.feed.content.Post;
import org.tidings.feed.ref.BlobId;
import org.tidings.ui.Fx;
import org.tidings.ui.navigation.Place;
import org.tidings.ui.picture.SomePictures;

@Tag("journey")
class PictureJourneyTest {
  private final SomeFeed mara = SomeFeed.of("Mara");
  private OpenShell window;
  private Path folder;

  @BeforeEach
  void open(@TempDir Path temporary) {
    folder = temporary;
    window = new OpenShell(temporary);
  }

  @AfterEach
  void close() {
    window.close();
  }

  @Test
  void thePicturesOfAPostAreLookedAtOneAfterTheOtherAndSaved() throws Exception {
    read("Low tide ![the wreck](" + add(1) + ")![a crab](" + add(2) + ")");
    window.click("Picture: the wreck");
    window.reads("1 of 2");
    window.press(KeyCode.RIGHT);
    window.reads("2 of 2");
    window.press(KeyCode.RIGHT);
    window.test().dialogs().saveIn(folder);
    window.click("Save");
    window.reads("Saved");
    assertThat(Files.readAllBytes(folder.resolve("a crab.png"))).isEqualTo(picture(2));
    window.press(KeyCode.ESCAPE);
    window.readsNoMore("2 of 2");
    window.reads("Low tide");
  }

  private ImageView closely() {
    return (ImageView) window.stage().getScene().lookup(".zoom-pane .image-view");
  }

  @Test
  void aPictureIsComeCloserToAndMovedByKeys() throws Exception {
    read("Low tide ![the wreck](" + add(1) + ")![a crab](" + add(2) + ")");
    window.click("Picture: the wreck");
    window.eventually("it is shown", () -> closely() != null);
    for (int i = 0; i < 6; i++) {
      window.press(KeyCode.PLUS);
    }
    double x = Fx.get(() -> closely().getLayoutX());
    double y = Fx.get(() -> closely().getLayoutY());
    window.press(KeyCode.RIGHT);
    window.press(KeyCode.UP);
    assertThat(Fx.get(() -> closely().getLayoutX())).isLessThan(x);
    assertThat(Fx.get(() -> closely().getLayoutY())).isGreaterThan(y);
    window.reads("1 of 2");
    window.press(KeyCode.DIGIT0);
    window.press(KeyCode.RIGHT);
    window.reads("2 of 2");
  }

  @Test
  void aPictureIsCopiedForOtherPrograms() throws Exception {
    read("Low tide ![the wreck](" + add(1) + ")");
    window.click("Picture: the wreck");
    window.eventually("it is shown", () -> closely() != null);
    window.press(KeyCode.CONTROL, KeyCode.C);
    window.reads("Copied");
    assertThat(Fx.get(() -> Clipboard.getSystemClipboard().getImage().getWidth())).isEqualTo(300);
  }

  @Test
  void aPictureThatIsNotHereShowsAsSoonAsItComes() throws Exception {
    BlobId blob = BlobId.of(Sha256.of(picture(1)));
    read("![the wreck](" + blob + ")");
    window.reads("Comes when you meet somebody who has it");
    add(1);
    window.readsNoMore("Comes when you meet somebody who has it");
    window.reads("Picture: the wreck");
  }

  @Test
  void ofAPictureThatMovesTheFirstIsShown() throws Exception {
    BlobId blob = feeds().blobs().add(new ByteArrayInputStream(SomePictures.moving())).id();
    read("![the flag](" + blob + ")");
    window.reads("Picture: the flag");
    window.eventually("it is shown", () -> shown().isPresent());
    BufferedImage first = ImageIO.read(new ByteArrayInputStream(SomePictures.moving()));
    PixelReader dots = Fx.get(() -> shown().orElseThrow().getPixelReader());
    for (int x = 0; x < first.getWidth(); x++) {
      assertThat(dots.getArgb(x, 7)).as("dot %d", x).isEqualTo(first.getRGB(x, 7));
    }
    window.click("Picture: the flag");
    window.reads("Save");
  }

  private Optional<Image> shown() {
    Node tile = window.stage().getScene().lookup(".picture-tile .image-view");
    return tile instanceof ImageView view ? Optional.ofNullable(view.getImage()) : Optional.empty();
  }

  @Test
  void aFileIsSavedUnderItsName() throws Exception {
    byte[] bytes = "%PDF nothing".repeat(100).getBytes(StandardCharsets.UTF_8);
    BlobId blob = feeds().blobs().add(new ByteArrayInputStream(bytes)).id();
    read("![tides.pdf](" + blob + ")");
    window.click("Picture: tides.pdf");
    window.reads("1\u00a0kB");
    window.test().dialogs().saveIn(folder);
    window.click("Save");
    window.reads("Saved");
    assertThat(window.test().dialogs().saved()).isEqualTo(List.of(folder.resolve("tides.pdf")));
    assertThat(folder.resolve("tides.pdf")).hasBinaryContent(bytes);
  }

  private Feeds feeds() {
    return window.test().workspace().feeds();
  }

  private BlobId add(int number) throws Exception {
    return feeds().blobs().add(new ByteArrayInputStream(picture(number))).id();
  }

  private static byte[] picture(int number) throws Exception {
    return SomePictures.file(SomePictures.landscape(300, 200, number), "png");
  }

  private void read(String text) {
    var post = mara.write(Post.root(text).toJson());
    window.test().receive(mara);
    window.go(new Place.InThread(post.id()));
  }
}
