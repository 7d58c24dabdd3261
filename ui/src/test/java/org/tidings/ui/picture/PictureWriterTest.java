package org.tidings.ui.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tidings.feed.blob.SealedBlobs;
import org.tidings.ui.common.Texts;
import org.tidings.ui.control.ByteSize;

class PictureWriterTest {

  @Test
  void aPhotographSaysNothingOfItsCameraAndIsTheRightWayUp() throws Exception {
    byte[] jpeg = SomePictures.file(SomePictures.landscape(300, 200, 1), "jpg");
    byte[] turned = SomePictures.exif(jpeg, 6, true);
    assertThat(text(turned)).contains("SECRETS");
    PictureWriter.Ready ready = PictureWriter.clean(turned, "boat.jpg");
    assertThat(text(ready.bytes())).doesNotContain("SECRETS", "Exif");
    assertThat(ready.mediaType()).isEqualTo("image/jpeg");
    Pixels pixels = PictureReader.read(ready.bytes(), 1000);
    assertThat(pixels.width()).isEqualTo(200);
    assertThat(pixels.height()).isEqualTo(300);
  }

  /// Peers may have sent it so, and what there is of it is worth seeing.
  @Test
  void aPhotographOfWhichAPartIsMissingIsShownButNotGivenAway(@TempDir Path folder)
      throws Exception {
    byte[] whole = SomePictures.file(SomePictures.landscape(300, 200, 1), "jpg");
    byte[] half = Arrays.copyOf(whole, whole.length / 2);
    assertThat(PictureReader.read(half, 100).width()).isEqualTo(100);
    assertThatThrownBy(() -> PictureWriter.clean(half, "boat.jpg"))
        .isInstanceOf(IOException.class)
        .hasMessage(Texts.of("attach.broken", "boat.jpg"));
    Path file = Files.write(folder.resolve("me.jpg"), half);
    assertThatThrownBy(() -> PictureWriter.face(file))
        .isInstanceOf(IOException.class)
        .hasMessage(Texts.of("attach.broken", "me.jpg"));
    assertThat(PictureWriter.clean(Arrays.copyOf(whole, whole.length - 2), "boat.jpg").mediaType())
        .as("nothing of it is missing but the mark of its end")
        .isEqualTo("image/jpeg");
  }

  @Test
  void whatIsSeenThroughStaysSo() throws Exception {
    BufferedImage image = new BufferedImage(60, 40, BufferedImage.TYPE_INT_ARGB);
    image.setRGB(0, 0, 0xff00ff00);
    PictureWriter.Ready ready = PictureWriter.clean(SomePictures.file(image, "png"), "logo.png");
    assertThat(ready.mediaType()).isEqualTo("image/png");
    assertThat(PictureReader.read(ready.bytes(), 100).isOpaque()).isFalse();
  }

  @Test
  void evenTheWorstPictureBecomesSmallEnough() throws Exception {
    Random random = new Random(1);
    BufferedImage noise = new BufferedImage(2_400, 1_800, BufferedImage.TYPE_INT_ARGB);
    for (int y = 0; y < noise.getHeight(); y++) {
      for (int x = 0; x < noise.getWidth(); x++) {
        noise.setRGB(x, y, random.nextInt());
      }
    }
    PictureWriter.Ready ready = PictureWriter.clean(SomePictures.file(noise, "png"), "noise.png");
    assertThat(ready.bytes().length).isLessThanOrEqualTo(SealedBlobs.LARGEST);
    assertThat(ready.mediaType()).isEqualTo("image/png");
  }

  @Test
  void aMovingPictureMovesOn() throws Exception {
    byte[] gif = SomePictures.moving("NETSCAPE2.0");
    PictureWriter.Ready ready = PictureWriter.clean(gif, "cat.gif");
    assertThat(ready.mediaType()).isEqualTo("image/gif");
    assertThat(text(ready.bytes())).contains("NETSCAPE2.0").doesNotContain("SECRETS");
    assertThat(SomePictures.count(ready.bytes())).isEqualTo(2);
  }

  @Test
  void aMovingPictureSaysNothingOfItself() throws Exception {
    byte[] gif = SomePictures.moving("XMP DataXMP");
    assertThat(text(gif)).contains("SECRETS", "XMP DataXMP");
    byte[] ready = PictureWriter.clean(gif, "cat.gif").bytes();
    assertThat(text(ready)).doesNotContain("SECRETS", "XMP DataXMP");
    assertThat(SomePictures.count(ready)).isEqualTo(2);
  }

  @Test
  void anotherFileStaysAsItIs() throws Exception {
    byte[] bytes = "%PDF".getBytes(StandardCharsets.US_ASCII);
    PictureWriter.Ready ready = PictureWriter.clean(bytes, "tides.pdf");
    assertThat(ready.bytes()).isEqualTo(bytes);
    assertThat(ready.mediaType()).isEqualTo("application/pdf");
  }

  @ParameterizedTest
  @ValueSource(strings = {"holiday.webp", "IMG_1.HEIC"})
  void aPictureThatMaySayWhereItWasTakenIsNotGivenAway(String name) {
    assertThatThrownBy(() -> PictureWriter.clean(new byte[100], name))
        .isInstanceOf(IOException.class)
        .hasMessageContaining(name);
  }

  @Test
  void aBrokenPictureAndAHugeFileAreRefusedByName() {
    byte[] broken = {(byte) 0xff, (byte) 0xd8, (byte) 0xff, 0, 0};
    assertThatThrownBy(() -> PictureWriter.clean(broken, "boat.jpg"))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("boat.jpg");
    byte[] cutOff = Arrays.copyOf("GIF89a".getBytes(StandardCharsets.US_ASCII), 40);
    assertThatThrownBy(() -> PictureWriter.clean(cutOff, "cat.gif"))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("cat.gif");
    assertThatThrownBy(() -> PictureWriter.clean(new byte[6 << 20], "film.mp4"))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("film.mp4");
  }

  @Test
  void aPictureOfOurOwnMayBeLargerThanThoseOfOthers() throws Exception {
    BufferedImage plan = new BufferedImage(8_000, 4_500, BufferedImage.TYPE_BYTE_BINARY);
    byte[] file = SomePictures.file(plan, "png");
    assertThatThrownBy(() -> PictureReader.read(file, 100)).isInstanceOf(IOException.class);
    Pixels pixels = PictureReader.read(PictureWriter.clean(file, "plan.png").bytes(), 2_560);
    assertThat(pixels.width()).isEqualTo(2_560);
    assertThat(pixels.height()).isEqualTo(1_440);
  }

  @Test
  void aPictureOfTooManyDotsIsSaidToBeTooLargeAndNotToBeBroken() throws Exception {
    byte[] sky = SomePictures.bomb(20_000, 10_000);
    assertThatThrownBy(() -> PictureWriter.clean(sky, "sky.png"))
        .isInstanceOf(IOException.class)
        .hasMessage(Texts.of("attach.tooManyDots", "sky.png", 20_000, 10_000));
  }

  /// Nothing of it is in memory before: there is less of that than on a disk.
  @Test
  void aHugeFileThatIsNoPictureIsRefusedBeforeItIsRead(@TempDir Path folder) throws Exception {
    Path film = huge(folder.resolve("film.mp4"));
    assertThatThrownBy(() -> PictureWriter.read(film))
        .isInstanceOf(IOException.class)
        .hasMessage(Texts.of("attach.tooLarge", "film.mp4", ByteSize.brief(SealedBlobs.LARGEST)));
    Path photo = huge(folder.resolve("IMG_1.HEIC"));
    assertThatThrownBy(() -> PictureWriter.read(photo))
        .isInstanceOf(IOException.class)
        .hasMessage(Texts.of("attach.unclean", "IMG_1.HEIC"));
  }

  private static Path huge(Path path) throws IOException {
    try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw")) {
      file.setLength(50L << 20);
    }
    return path;
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }
}
