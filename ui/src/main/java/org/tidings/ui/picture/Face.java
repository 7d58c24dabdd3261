package org.tidings.ui.picture;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import javafx.scene.image.Image;
import javafx.scene.shape.Shape;
import org.tidings.feed.blob.BlobRefused;
import org.tidings.feed.blob.BlobStore;
import org.tidings.feed.ref.BlobId;

/// A picture somebody has chosen to be seen by, made ready and not kept anywhere yet. Immutable.
public final class Face {
  private final byte[] bytes;
  private final Image shown;

  private Face(byte[] bytes, Image shown) {
    this.bytes = bytes;
    this.shown = shown;
  }

  /// The picture in a file; off the screen thread.
  ///
  /// @throws IOException with a sentence for people when it is none that can be read
  public static Face of(Path file) throws IOException {
    byte[] bytes = PictureWriter.face(file).bytes();
    return new Face(bytes, PictureReader.read(bytes, Pictures.Use.FACE.longest()).toImage());
  }

  /// Keeps it, so that a profile can name it; off the screen thread.
  public BlobId keepIn(BlobStore blobs) throws IOException, BlobRefused {
    return blobs.add(new ByteArrayInputStream(bytes)).id();
  }

  /// Has `shape` show the middle of it; on the screen thread.
  public void fill(Shape shape) {
    shape.setFill(Middle.of(shown));
  }
}
