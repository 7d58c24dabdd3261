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
/// [#finish]. When it is closed without, nothing is left of it, or a beginning that the next intake
/// of that blob from that source goes on with; never of bytes that were refused. Confined to its
/// caller.
public final class BlobIntake implements AutoCloseable {
  private static final int PIECE = 64 * 1024;

  private final BlobStore store;
  private final Path file;
  private final long limit;
  private final boolean isKept;
  private final FileChannel channel;
  private final MessageDigest digest = Sha256.digest();
  private long begun;
  private long size;
  private boolean isOver;

  /// @param file where the bytes wait until they are complete; what is there already is gone on
  ///     with
  /// @param isKept whether what has come stays there when the rest does not come
  BlobIntake(BlobStore store, Path file, long limit, boolean isKept) throws IOException {
    this.store = store;
    this.file = file;
    this.limit = limit;
    this.isKept = isKept;
    this.channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    this.begun = readBegun();
  }

  /// A beginning of another length than a blob can have is of no use.
  private long readBegun() throws IOException {
    if (channel.size() > limit) {
      beginAgain();
    }
    ByteBuffer piece = ByteBuffer.allocate(PIECE);
    while (channel.read(piece.clear()) >= 0) {
      digest.update(piece.flip());
    }
    size = channel.size();
    return size;
  }

  /// How many bytes there are, with those from before.
  public long size() {
    return size;
  }

  /// Whether it went on with what an earlier intake has left, and has not begun again since: then
  /// other bytes than those expected need not be the fault of whoever sent the rest.
  public boolean hasGoneOn() {
    return begun > 0;
  }

  /// Throws away what has come.
  public void beginAgain() {
    try {
      channel.truncate(0);
      digest.reset();
      size = 0;
      begun = 0;
    } catch (IOException failure) {
      throw store.failed(failure);
    }
  }

  /// Takes the next bytes.
  ///
  /// @throws BlobRefused when that makes it too large
  public void write(byte[] bytes, int length) throws BlobRefused {
    if (size + length > limit) {
      throw refused(BlobRefused.Reason.TOO_LARGE);
    }
    size += length;
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
      throw refused(BlobRefused.Reason.OTHER_CONTENT);
    }
    return keep(actual);
  }

  private BlobRefused refused(BlobRefused.Reason reason) {
    isOver = true;
    return new BlobRefused(reason);
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
    isOver = true;
    return blob;
  }

  @Override
  public void close() {
    try {
      channel.close();
      if (!isKept || isOver || size == 0) {
        Files.deleteIfExists(file);
      }
    } catch (IOException failure) {
      throw store.failed(failure);
    } finally {
      store.leave(file);
    }
  }
}
