package org.tidings.ui.picture;

import javafx.scene.image.Image;
import org.tidings.replication.blob.BlobStatus;

/// How it stands with a picture or file of a post.
public sealed interface PictureState {
  /// It is being looked at.
  record Loading() implements PictureState {}

  /// It is here and can be shown.
  record Ready(Image image) implements PictureState {}

  /// It is here, and no picture that we can show.
  ///
  /// @param size in bytes
  record OtherFile(long size) implements PictureState {}

  /// It is here, and the key that came with it does not open it.
  record Locked() implements PictureState {}

  /// It is here, and could not be read, as on a damaged disk or where memory is short.
  record Failed() implements PictureState {}

  /// It is not here.
  record Missing(BlobStatus why) implements PictureState {}
}
