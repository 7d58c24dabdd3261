package org.tidings.ui.control;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import javafx.scene.Scene;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tidings.ui.Fx;

class QrCodeTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "net:192.168.1.23:8008~shs:51w4nYL0k7mRzDGw20KQqCjt35y8qLiBNtWk3MX7ppo=",
        "ssb:feed/classic/51w4nYL0k7mRzDGw20KQqCjt35y8qLiBNtWk3MX7ppo="
      })
  void aCameraReadsWhatWasWritten(String text) throws Exception {
    assertThat(read(drawn(text))).isEqualTo(text);
  }

  @Test
  void itHasAName() {
    assertThat(Fx.get(() -> new QrCode("x", "Your address")).getAccessibleText())
        .isEqualTo("Your address");
  }

  private static WritableImage drawn(String text) {
    return Fx.get(
        () -> {
          QrCode code = new QrCode(text, "code");
          new Scene(code);
          return code.snapshot(null, null);
        });
  }

  private static String read(WritableImage image) throws Exception {
    int width = (int) image.getWidth();
    int height = (int) image.getHeight();
    int[] pixels = new int[width * height];
    image
        .getPixelReader()
        .getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
    RGBLuminanceSource source = new RGBLuminanceSource(width, height, pixels);
    return new QRCodeReader().decode(new BinaryBitmap(new HybridBinarizer(source))).getText();
  }
}
