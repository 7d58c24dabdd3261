package org.tidings.replication.blob;

/// How it stands with one blob.
public sealed interface BlobStatus {
  /// It is stored here.
  ///
  /// @param size in bytes
  record Here(long size) implements BlobStatus {}

  /// It is on its way.
  ///
  /// @param received how many bytes have come
  /// @param size how many there are, as the peer says
  record Coming(long received, long size) implements BlobStatus {}

  /// Connected peers are asked, and it may still come.
  ///
  /// @param peers how many; 0 while nobody is connected
  record Asking(int peers) implements BlobStatus {}

  /// So many connected peers were asked a while ago, and none has it. It is taken as soon as one
  /// does.
  record NobodyHasIt(int peers) implements BlobStatus {}

  /// Whoever has it says that it is larger than what anybody takes.
  ///
  /// @param size in bytes
  record TooLarge(long size) implements BlobStatus {}

  /// The disk is too full, or failed; tried again after a while.
  record NoRoom() implements BlobStatus {}

  /// It is not here, and we do not ask for it.
  record NotWanted() implements BlobStatus {}
}
