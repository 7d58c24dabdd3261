package org.tidings.feed.blob;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import org.tidings.crypto.hash.Sha256;
import org.tidings.feed.ref.BlobId;

/// Takes in one blob, piece by piece, and hashes while it writes; nothing is seen of it before
/// [#finish], and nothing is left of it when it is closed without. Confined to its caller.
public final class BlobIntake implements AutoCloseable {

  private final BlobStore store;
  private final Path file;
  private final long limit;
  private final FileChannel channel;
  private final MessageDigest digest = Sha256.digest();
  private long size;

  /// @param file where the bytes wait until they are complete; must not exist
  BlobIntake(BlobStore store, Path file, long limit) throws IOException {
    this.store = store;
    this.file = file;
    this.limit = limit;
    this.channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
  }

  /// Takes the next bytes.
  ///
  /// @throws BlobRefused when that makes it too large
  public void write(byte[] bytes, int length) throws BlobRefused {
    size += length;
    if (size > limit) {
      throw new BlobRefused(BlobRefused.Reason.TOO_LARGE);
    }
    digest.update(bytes, 0, length);
    try {
      ByteBuffer left = ByteBuffer.wrap(bytes, 0, length);
      while (left.hasRemaining()) {
        channel.write(left);
      }
    } catch (IOException failure) {
      throw store.failed(failure);
    }
  }

  /// Keeps what was written, whatever it is; returns once it is on disk under its name.
  public Blob finish() {
    return keep(BlobId.of(digest.digest()));
  }

  /// Keeps what was written if it is that blob.
  ///
  /// @throws BlobRefused when it is another
  public Blob finish(BlobId expected) throws BlobRefused {
    BlobId actual = BlobId.of(digest.digest());
    if (!actual.equals(expected)) {
      throw new BlobRefused(BlobRefused.Reason.OTHER_CONTENT);
    }
    return keep(actual);
  }

  private Blob keep(BlobId id) {
    try {
      channel.force(true);
      channel.close();
    } catch (IOException failure) {
      throw store.failed(failure);
    }
    Blob blob = new Blob(id, size);
    store.keep(blob, file);
    return blob;
  }

  @Override
  public void close() {
    try {
      channel.close();
      Files.deleteIfExists(file);
    } catch (IOException failure) {
      throw store.failed(failure);
    }
  }
}
