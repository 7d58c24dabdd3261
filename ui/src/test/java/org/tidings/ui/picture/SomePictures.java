package org.tidings.ui.picture;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/// Pictures made up for tests.
public final class SomePictures {
  private SomePictures() {}

  /// A sky over a sea, each of the number's own colour; nothing is seen through it.
  public static BufferedImage landscape(int width, int height, int number) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        image.setRGB(x, y, dot((double) x / width, (double) y / height, number));
      }
    }
    return image;
  }

  private static int dot(double x, double y, int number) {
    double horizon = 0.55 + 0.06 * Math.sin(x * 9 + number * 2);
    float hue = (float) ((number * 0.17 + 0.52) % 1);
    boolean sun = Math.hypot((x - 0.68) * 1.6, y - 0.28) < 0.11;
    float light = (float) (y < horizon ? 0.98 - 0.3 * y : 0.62 - 0.4 * (y - horizon));
    float strength = (float) (y < horizon ? 0.25 + 0.3 * y : 0.62);
    return sun ? Color.HSBtoRGB(0.12f, 0.35f, 1) : Color.HSBtoRGB(hue, strength, light);
  }

  /// As a file of that kind, for example `png`.
  public static byte[] file(BufferedImage image, String kind) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    if (!ImageIO.write(image, kind, bytes)) {
      throw new IOException("cannot write " + kind);
    }
    return bytes.toByteArray();
  }

  /// A PNG that says to be that large.
  static byte[] bomb(int width, int height) throws IOException {
    byte[] png = file(landscape(2, 2, 1), "png");
    ByteBuffer.wrap(png).putInt(16, width).putInt(20, height);
    CRC32 sum = new CRC32();
    sum.update(png, 12, 17);
    ByteBuffer.wrap(png).putInt(29, (int) sum.getValue());
    return png;
  }

  /// A JPEG that says how the camera was held, and in whose camera; in the byte order of Intel or
  /// Motorola.
  static byte[] exif(byte[] jpeg, int orientation, boolean intel) {
    ByteBuffer tiff = ByteBuffer.allocate(64);
    tiff.order(intel ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    tiff.put((intel ? "II" : "MM").getBytes(StandardCharsets.US_ASCII)).putShort((short) 42);
    tiff.putInt(8).putShort((short) 2);
    tiff.putShort((short) 0x010f).putShort((short) 2).putInt(8).putInt(40);
    tiff.putShort((short) 0x0112).putShort((short) 3).putInt(1);
    tiff.putShort((short) orientation).putShort((short) 0).putInt(0);
    tiff.position(40).put("SECRETS\0".getBytes(StandardCharsets.US_ASCII));
    byte[] body = tiff.array();
    ByteBuffer all = ByteBuffer.allocate(jpeg.length + body.length + 10);
    all.put(jpeg, 0, 2).putShort((short) 0xffe1).putShort((short) (body.length + 8));
    all.put("Exif\0\0".getBytes(StandardCharsets.US_ASCII)).put(body);
    all.put(jpeg, 2, jpeg.length - 2);
    return all.array();
  }

  /// A picture that moves.
  public static byte[] moving() throws IOException {
    return moving("NETSCAPE2.0");
  }

  /// A GIF of two pictures, with a comment, and with what some application wrote into it.
  ///
  /// @param application eleven characters, as such a block begins
  static byte[] moving(String application) throws IOException {
    byte[] first = file(landscape(30, 20, 1), "gif");
    byte[] second = file(landscape(30, 20, 2), "gif");
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    int pictures = pictures(first);
    bytes.write(first, 0, pictures);
    bytes.writeBytes(block(0xff, application, "\u0001\0\0", "SECRETS of a program"));
    bytes.writeBytes(block(0xfe, "SECRETS of a person"));
    bytes.writeBytes(block(0xf9, "\0\n\0\0"));
    bytes.write(first, pictures, first.length - pictures - 1);
    bytes.write(second, pictures, second.length - pictures);
    bytes.writeBytes("SECRETS behind the end".getBytes(StandardCharsets.US_ASCII));
    return bytes.toByteArray();
  }

  /// Where the pictures of a GIF begin that has the same colours for all of them.
  private static int pictures(byte[] gif) {
    return 13 + (3 << ((gif[10] & 7) + 1));
  }

  private static byte[] block(int label, String... parts) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.write(0x21);
    bytes.write(label);
    for (String part : parts) {
      bytes.write(part.length());
      bytes.writeBytes(part.getBytes(StandardCharsets.US_ASCII));
    }
    bytes.write(0);
    return bytes.toByteArray();
  }

  /// How many pictures are in a GIF.
  static int count(byte[] gif) throws IOException {
    ImageReader reader = ImageIO.getImageReadersByFormatName("gif").next();
    try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(gif))) {
      reader.setInput(in);
      return reader.getNumImages(true);
    } finally {
      reader.dispose();
    }
  }
}
