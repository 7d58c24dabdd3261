package org.tidings.ui.picture;

import org.tidings.replication.blob.BlobStatus;
import org.tidings.ui.common.Texts;
import org.tidings.ui.control.ByteSize;

/// What a person is told about a picture or file that is not here. Stateless.
final class PictureWords {
  private PictureWords() {}

  static String of(BlobStatus status) {
    return switch (status) {
      case BlobStatus.Here here -> Texts.of("picture.coming");
      case BlobStatus.NotWanted notWanted -> Texts.of("picture.coming");
      case BlobStatus.Coming(long received, long size) ->
          Texts.of("picture.received", ByteSize.brief(received), ByteSize.brief(size));
      case BlobStatus.Asking(int peers) -> Texts.of("picture.asking", peers);
      case BlobStatus.NobodyHasIt nobody -> Texts.of("picture.nobody");
      case BlobStatus.TooLarge(long size) -> Texts.of("picture.tooLarge", ByteSize.brief(size));
      case BlobStatus.NoRoom noRoom -> Texts.of("picture.noRoom");
    };
  }

  /// Of a file that is here, of so many bytes.
  static String other(long size) {
    return Texts.of("picture.other", ByteSize.brief(size));
  }

  /// Whether asking once more is something one might want.
  static boolean canAskAgain(BlobStatus status) {
    return switch (status) {
      case BlobStatus.NobodyHasIt nobody -> true;
      case BlobStatus.TooLarge tooLarge -> false;
      case BlobStatus.NoRoom noRoom -> true;
      case BlobStatus.Here here -> false;
      case BlobStatus.NotWanted notWanted -> false;
      case BlobStatus.Coming coming -> false;
      case BlobStatus.Asking asking -> false;
    };
  }
}
