package org.tidings.ui.picture;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/// The kinds of picture that are shown, known by how their bytes begin and never by their name.
public enum PictureFormat {
  JPEG("jpg", "image/jpeg", "ffd8ff"),
  PNG("png", "image/png", "89504e470d0a1a0a"),
  GIF("gif", "image/gif", "47494638"),
  BMP("bmp", "image/bmp", "424d");

  /// So many bytes of a file tell what it is.
  static final int LONGEST_BEGINNING = 8;

  private final String extension;
  private final String mediaType;
  private final String beginning;

  PictureFormat(String extension, String mediaType, String beginning) {
    this.extension = extension;
    this.mediaType = mediaType;
    this.beginning = beginning;
  }

  /// What these bytes seem to be; nothing if that is no picture we show.
  public static Optional<PictureFormat> of(byte[] bytes) {
    return Arrays.stream(values()).filter(format -> format.begins(bytes)).findFirst();
  }

  /// How names of such files end.
  public String extension() {
    return extension;
  }

  public String mediaType() {
    return mediaType;
  }

  private boolean begins(byte[] bytes) {
    int length = beginning.length() / 2;
    return bytes.length >= length && HexFormat.of().formatHex(bytes, 0, length).equals(beginning);
  }
}
