package org.tidings.ui.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import javafx.scene.image.PixelFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PictureReaderTest {

  private static final int RED = 0xffff0000;

  @ParameterizedTest
  @ValueSource(strings = {"png", "jpg", "gif", "bmp"})
  void eachKindIsReadInItsOwnSize(String kind) throws Exception {
    Pixels pixels = read(SomePictures.file(SomePictures.landscape(60, 40, 1), kind), 100);
    assertThat(pixels.width()).isEqualTo(60);
    assertThat(pixels.height()).isEqualTo(40);
    assertThat(pixels.isOpaque()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "1000,500,100,100,50",
    "500,1000,100,50,100",
    "900,3,100,100,1",
    "101,101,100,100,100"
  })
  void aLargePictureIsMadeSmallerInBothDirections(
      int width, int height, int longest, int newWidth, int newHeight) throws Exception {
    Pixels pixels =
        read(SomePictures.file(SomePictures.landscape(width, height, 1), "png"), longest);
    assertThat(pixels.width()).isEqualTo(newWidth);
    assertThat(pixels.height()).isEqualTo(newHeight);
  }

  @Test
  void aSmallerPictureIsTheMeanOfItsDots() throws Exception {
    BufferedImage image = new BufferedImage(4, 2, BufferedImage.TYPE_INT_ARGB);
    image.setRGB(0, 0, 0xffffffff);
    image.setRGB(1, 0, 0xff000000);
    image.setRGB(0, 1, 0xff000000);
    image.setRGB(1, 1, 0xffffffff);
    image.setRGB(2, 0, RED);
    Pixels pixels = Pixels.of(image, 2);
    assertThat(dot(pixels, 0, 0)).isEqualTo(0xff7f7f7f);
    assertThat(dot(pixels, 1, 0)).as("a quarter of red, three of nothing").isEqualTo(0x3f3f0000);
  }

  @ParameterizedTest
  @CsvSource({"1,0,0", "2,2,0", "3,2,1", "4,0,1", "5,0,0", "6,1,0", "7,1,2", "8,0,2"})
  void aPictureIsShownAsTheCameraWasHeld(int orientation, int x, int y) throws Exception {
    for (boolean intel : new boolean[] {true, false}) {
      assertThat(Orientation.of(SomePictures.exif(jpeg(), orientation, intel)))
          .isEqualTo(orientation);
    }
    BufferedImage image = new BufferedImage(3, 2, BufferedImage.TYPE_INT_RGB);
    image.setRGB(0, 0, RED);
    Pixels pixels = Pixels.of(image, 10).turned(orientation);
    assertThat(pixels.width()).isEqualTo(orientation < 5 ? 3 : 2);
    assertThat(dot(pixels, x, y)).isEqualTo(RED);
  }

  @Test
  void whatTheCameraSaysWithoutSenseIsTakenForUpright() throws Exception {
    assertThat(Orientation.of(jpeg())).isEqualTo(1);
    assertThat(Orientation.of(SomePictures.exif(jpeg(), 9, true))).isEqualTo(1);
    byte[] whole = SomePictures.exif(jpeg(), 6, true);
    for (int length = 0; length < 90; length++) {
      assertThat(Orientation.of(Arrays.copyOf(whole, length))).isIn(1, 6);
    }
    Random random = new Random(7);
    for (int i = 0; i < 20_000; i++) {
      byte[] odd = whole.clone();
      odd[2 + random.nextInt(80)] = (byte) random.nextInt();
      assertThat(Orientation.of(odd)).isBetween(1, 8);
    }
  }

  @Test
  void aBombIsRefusedBeforeItIsDecoded() {
    assertThatThrownBy(() -> read(SomePictures.bomb(30_000, 30_000), 100))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("30000 × 30000");
    assertThatThrownBy(() -> read(SomePictures.bomb(Integer.MAX_VALUE, Integer.MAX_VALUE), 100))
        .isInstanceOf(IOException.class);
  }

  @ParameterizedTest
  @CsvSource({"6000,4000,1", "8000,4500,2", "12000,9000,2", "12001,10000,3", "20000,2000,3"})
  void ofNoPictureAreMoreDotsDecodedAtOnceThanOfTheLargestOfOthers(
      int width, int height, int step) {
    assertThat(PictureReader.step(width, height, 2_560)).isEqualTo(step);
  }

  @Test
  void whatIsNoPictureIsSaidToBeNone() {
    for (String text : new String[] {"", "BM", "GIF89a", "%PDF-1.7", "<svg/>", "RIFF    WEBP"}) {
      assertThatThrownBy(() -> read(text.getBytes(StandardCharsets.US_ASCII), 100))
          .as(text)
          .isInstanceOf(IOException.class);
    }
  }

  @Test
  void aPictureThatIsBrokenAnywhereIsShownOrRefusedButNothingElseHappens() throws Exception {
    Random random = new Random(3);
    for (String kind : new String[] {"png", "jpg", "gif", "bmp"}) {
      byte[] whole = SomePictures.file(SomePictures.landscape(40, 30, 2), kind);
      for (int i = 0; i < 300; i++) {
        byte[] broken = Arrays.copyOf(whole, 1 + random.nextInt(whole.length));
        broken[random.nextInt(broken.length)] = (byte) random.nextInt();
        isShownOrRefused(broken);
      }
    }
  }

  private static void isShownOrRefused(byte[] broken) {
    try {
      assertThat(read(broken, 20).width()).isBetween(1, 20);
    } catch (IOException refused) {
      assertThat(refused).isNotNull();
    }
  }

  private static byte[] jpeg() throws IOException {
    return SomePictures.file(SomePictures.landscape(30, 20, 1), "jpg");
  }

  private static Pixels read(byte[] bytes, int longest) throws IOException {
    return PictureReader.read(bytes, longest);
  }

  private static int dot(Pixels pixels, int x, int y) {
    int[] one = new int[1];
    pixels
        .toImage()
        .getPixelReader()
        .getPixels(x, y, 1, 1, PixelFormat.getIntArgbPreInstance(), one, 0, 1);
    return one[0];
  }
}
