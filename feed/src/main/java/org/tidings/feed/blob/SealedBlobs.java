package org.tidings.feed.blob;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import org.tidings.crypto.boxstream.BoxReader;
import org.tidings.crypto.boxstream.BoxStreamException;
import org.tidings.crypto.boxstream.BoxStreamKeys;
import org.tidings.crypto.boxstream.BoxWriter;
import org.tidings.crypto.hash.Sha256;
import org.tidings.feed.ref.BlobId;
import org.tidings.feed.store.StoreException;
import org.tidings.feed.store.StoreException.Kind;

/// Blobs as links name them: one whose link gives a key is encrypted on disk and on the wire, as a
/// box stream from nonce zero. Each gets a random key, so that nobody who knows a picture can tell
/// that it was sent. Thread-safe; a blob is in memory as a whole while it is read. Protocol 7.6.
public final class SealedBlobs {
  /// The most that fits into an encrypted blob which everybody takes.
  public static final int LARGEST = largest();

  private static final int NONCE_BYTES = 24;

  private final BlobStore store;
  private final SecureRandom random;

  /// @param random where keys come from
  public SealedBlobs(BlobStore store, SecureRandom random) {
    this.store = store;
    this.random = random;
  }

  /// Encrypts and adds a blob of our own.
  ///
  /// @throws BlobRefused when it is larger than [#LARGEST]
  public BlobLink add(byte[] plain) throws BlobRefused {
    if (plain.length > LARGEST) {
      throw new BlobRefused(BlobRefused.Reason.TOO_LARGE);
    }
    byte[] key = new byte[BlobLink.KEY_BYTES];
    random.nextBytes(key);
    try {
      return BlobLink.sealed(store.add(new ByteArrayInputStream(box(plain, key))).id(), key);
    } catch (IOException neverOfMemory) {
      throw new IllegalStateException(neverOfMemory);
    }
  }

  /// The whole of a blob, opened where it is encrypted; nothing when it is not here, or damaged,
  /// and then it is not here from now on.
  ///
  /// @throws BlobRefused when the link's key does not open it
  public Optional<byte[]> read(BlobLink link) throws BlobRefused {
    Optional<InputStream> found = store.open(link.blob());
    if (found.isEmpty()) {
      return Optional.empty();
    }
    byte[] bytes;
    try (InputStream in = found.get()) {
      bytes = in.readAllBytes();
    } catch (IOException failure) {
      throw new StoreException(Kind.FAILED, "A file could not be read.", failure);
    }
    if (!BlobId.of(Sha256.of(bytes)).equals(link.blob())) {
      store.setAsideIfDamaged(link.blob());
      return Optional.empty();
    }
    if (link.key().isEmpty()) {
      return Optional.of(bytes);
    }
    byte[] key = link.keyBytes().orElseThrow(() -> new BlobRefused(BlobRefused.Reason.NOT_OPENED));
    return Optional.of(unbox(bytes, key));
  }

  static byte[] box(byte[] plain, byte[] key) {
    BoxWriter writer = new BoxWriter(keys(key));
    ByteArrayOutputStream boxed = new ByteArrayOutputStream();
    boxed.writeBytes(writer.box(plain, 0, plain.length));
    boxed.writeBytes(writer.goodbye());
    return boxed.toByteArray();
  }

  static byte[] unbox(byte[] boxed, byte[] key) throws BlobRefused {
    byte[] plain = new byte[boxed.length];
    BoxReader reader = new BoxReader(keys(key));
    reader.feed(boxed, 0, boxed.length);
    try {
      int length = 0;
      int read = reader.read(plain, 0, plain.length);
      while (read > 0) {
        length += read;
        read = reader.read(plain, length, plain.length - length);
      }
      if (read == 0) {
        reader.end();
      }
      return Arrays.copyOf(plain, length);
    } catch (BoxStreamException wrongKey) {
      throw new BlobRefused(BlobRefused.Reason.NOT_OPENED);
    }
  }

  private static BoxStreamKeys keys(byte[] key) {
    byte[] nonce = new byte[NONCE_BYTES];
    return new BoxStreamKeys(key, nonce, key, nonce);
  }

  private static int largest() {
    int boxes = (int) Blob.LARGEST_OWN / (BoxWriter.MAX_CHUNK + BoxWriter.HEADER_BYTES) + 1;
    return (int) Blob.LARGEST_OWN - (boxes + 1) * BoxWriter.HEADER_BYTES;
  }
}
