package org.tidings.feed.blob;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tidings.crypto.hash.Sha256;
import org.tidings.feed.ref.BlobId;
import org.tidings.feed.ref.FeedId;
import org.tidings.feed.store.StoreException;
import org.tidings.feed.store.StoreException.Kind;

/// The blobs of a data folder, each in a file of its own: `blobs/sha256/` and the hash in hex, its
/// first two digits being a folder. A file there is complete and on disk; what is not yet waits in
/// `blobs/incoming`, some of it over restarts, and what was found damaged lies in `blobs/damaged`.
/// No file is held open and none is ever in memory as a whole. Thread-safe.
public final class BlobStore {

  private static final Logger log = LoggerFactory.getLogger(BlobStore.class);

  private static final int PIECE = 64 * 1024;

  /// So much of the disk is left to everything else.
  private static final long KEPT_FREE = 1L << 30;

  private final BlobFolder complete;
  private final Path incoming;
  private final Path damaged;
  private final PartialBlobs partial;
  private final BlobQuota quota;
  private final InstantSource clock;
  private final Consumer<BlobId> stored;
  private final AtomicLong lastIntake = new AtomicLong();

  private BlobStore(Path folder, BlobQuota quota, InstantSource clock, Consumer<BlobId> stored) {
    this.complete = new BlobFolder(folder.resolve("sha256"));
    this.incoming = folder.resolve("incoming");
    this.damaged = folder.resolve("damaged");
    this.partial = new PartialBlobs(incoming, clock);
    this.quota = quota;
    this.clock = clock;
    this.stored = stored;
  }

  /// Opens the store, creating it if it is missing, and removes what a crash has left half-written,
  /// but for beginnings that can be gone on with.
  ///
  /// @param folder `blobs` in the data folder; no other process may use it
  /// @param quota what they may take; a blob's use is written down as the time of its file
  /// @param stored told of every blob that is new, once it is on disk
  /// @throws StoreException when the folder cannot be used
  public static BlobStore open(
      Path folder, BlobQuota quota, InstantSource clock, Consumer<BlobId> stored) {
    BlobStore store = new BlobStore(folder, quota, clock, stored);
    try {
      Files.createDirectories(store.complete.folder());
      Files.createDirectories(store.incoming);
      store.sweep();
    } catch (IOException failure) {
      throw new StoreException(
          Kind.READ_ONLY, "The folder " + folder + " cannot be written.", failure);
    }
    return store;
  }

  /// Opens the store as it is, to read.
  public static BlobStore openToRead(
      Path folder, BlobQuota quota, InstantSource clock, Consumer<BlobId> stored) {
    return new BlobStore(folder, quota, clock, stored);
  }

  /// Adds a blob of our own.
  ///
  /// @throws BlobRefused when it is too large for others to take
  /// @throws IOException when `bytes` cannot be read
  public Blob add(InputStream bytes) throws BlobRefused, IOException {
    try (BlobIntake intake = intake(Blob.LARGEST_OWN)) {
      byte[] piece = new byte[PIECE];
      for (int read = bytes.read(piece); read >= 0; read = bytes.read(piece)) {
        intake.write(piece, read);
      }
      return intake.finish();
    }
  }

  /// Begins to take in a blob that comes piece by piece; to be closed by the caller.
  ///
  /// @param limit how many bytes it may have
  public BlobIntake intake(long limit) {
    return intake(incoming.resolve(Long.toString(lastIntake.incrementAndGet())), limit, false);
  }

  /// The same, going on with what has come of that blob from that source before; and what comes is
  /// kept when the rest does not come, over restarts, for some days. One at a time: while another
  /// of both is open it is as any.
  public BlobIntake intake(BlobId blob, FeedId source, long limit) {
    return partial
        .take(blob, source)
        .map(file -> intake(file, limit, true))
        .orElseGet(() -> intake(limit));
  }

  private BlobIntake intake(Path file, long limit, boolean isKept) {
    try {
      return new BlobIntake(this, file, limit, isKept);
    } catch (IOException failure) {
      leave(file);
      throw failed(failure);
    }
  }

  /// What an intake leaves when it is closed may be gone on with.
  void leave(Path file) {
    try {
      partial.giveBack(file);
    } catch (IOException failure) {
      log.debug("beginnings of blobs are not tidied: {}", failure.getMessage());
    }
  }

  /// Makes sure that there is room for blobs of others.
  ///
  /// @throws StoreException when the disk is too full
  public void checkRoom() {
    try {
      if (Files.getFileStore(complete.folder()).getUsableSpace() < KEPT_FREE) {
        throw new StoreException(
            Kind.DISK_FULL, "The disk is nearly full: no pictures and files are fetched.");
      }
    } catch (IOException failure) {
      throw failed(failure);
    }
  }

  public boolean has(BlobId blob) {
    return Files.exists(complete.file(blob));
  }

  /// What blobs may take from now on, in bytes. What is too much goes at once, but for what is
  /// dear.
  public void bound(long most) {
    try {
      quota.bound(complete, most);
    } catch (IOException failure) {
      throw failed(failure);
    }
  }

  /// What they may take, in bytes.
  public long most() {
    return quota.most();
  }

  /// What all of them take, in bytes.
  public long bytes() {
    return all().stream().mapToLong(entry -> entry.blob().size()).sum();
  }

  /// Every blob that is here, in no order.
  public List<BlobEntry> all() {
    try {
      return complete.all().stream()
          .map(stored -> new BlobEntry(new Blob(stored.id(), stored.size()), stored.usedMs()))
          .toList();
    } catch (IOException failure) {
      throw failed(failure);
    }
  }

  /// The blob, if it is here.
  public Optional<BlobEntry> entry(BlobId blob) {
    try {
      Path file = complete.file(blob);
      long usedMs = Files.getLastModifiedTime(file).toMillis();
      return Optional.of(new BlobEntry(new Blob(blob, Files.size(file)), usedMs));
    } catch (NoSuchFileException notHere) {
      return Optional.empty();
    } catch (IOException failure) {
      throw failed(failure);
    }
  }

  /// How many bytes the blob has; nothing when it is not here.
  public OptionalLong size(BlobId blob) {
    return entry(blob).stream().mapToLong(entry -> entry.blob().size()).findFirst();
  }

  /// The whole of a blob, to be closed by the caller; nothing when it is not here.
  public Optional<InputStream> open(BlobId blob) {
    Optional<FileChannel> found = channel(blob);
    if (found.isPresent()) {
      use(complete.file(blob));
    }
    return found.map(Channels::newInputStream);
  }

  /// At most `length` bytes from `start` on, fewer where the blob ends; nothing when it is not
  /// here.
  public Optional<byte[]> slice(BlobId blob, long start, int length) {
    Optional<FileChannel> found = channel(blob);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    if (start == 0) {
      use(complete.file(blob));
    }
    try (FileChannel channel = found.get()) {
      ByteBuffer piece = ByteBuffer.allocate(length);
      int read = 0;
      while (piece.hasRemaining() && read >= 0) {
        read = channel.read(piece, start + piece.position());
      }
      return Optional.of(Arrays.copyOf(piece.array(), piece.position()));
    } catch (IOException failure) {
      throw failed(failure);
    }
  }

  /// Removes a blob; does nothing when it is not here.
  public void delete(BlobId blob) {
    try {
      Files.deleteIfExists(complete.file(blob));
    } catch (IOException failure) {
      throw failed(failure);
    }
  }

  /// Whether a blob that is here is what its name says, which reads all of it; so is one that is
  /// not here, and one that cannot be opened now, as where too many files are: that tells nothing.
  ///
  /// @throws StoreException when this thread is interrupted meanwhile
  public boolean isSound(BlobId blob) {
    InputStream opened;
    try {
      opened = Files.newInputStream(complete.file(blob));
    } catch (NoSuchFileException notHere) {
      return true;
    } catch (IOException untold) {
      log.warn("{} cannot be opened: {}", blob, untold.getMessage());
      return true;
    }
    try (InputStream bytes = opened) {
      MessageDigest digest = Sha256.digest();
      byte[] piece = new byte[PIECE];
      for (int read = bytes.read(piece); read >= 0; read = bytes.read(piece)) {
        digest.update(piece, 0, read);
      }
      return BlobId.of(digest.digest()).equals(blob);
    } catch (ClosedByInterruptException interrupted) {
      throw failed(interrupted);
    } catch (IOException unreadable) {
      log.warn("{} cannot be read: {}", blob, unreadable.getMessage());
      return false;
    }
  }

  /// To be called when a blob was read and was not what its name says: if that is still so it is
  /// not here any more, and can come again. What is left of it is kept, as nobody else may have it,
  /// in `blobs/damaged`, and counts no more as what blobs take.
  ///
  /// @throws StoreException when it cannot be moved, and is here as before
  public void setAsideIfDamaged(BlobId blob) {
    if (isSound(blob)) {
      return;
    }
    Path aside = damaged.resolve(HexFormat.of().formatHex(blob.bytes()));
    log.error("{} is damaged on disk; what is left of it goes to {}", blob, aside);
    try {
      Files.createDirectories(damaged);
      Files.move(complete.file(blob), aside, StandardCopyOption.REPLACE_EXISTING);
    } catch (NoSuchFileException notHere) {
      // Somebody else has found it, too.
    } catch (IOException failure) {
      throw failed(failure);
    }
  }

  /// Gives a complete file its name. The file's bytes are on disk; the name is when this returns.
  void keep(Blob blob, Path bytes) {
    Path file = complete.file(blob.id());
    if (Files.exists(file)) {
      return;
    }
    try {
      complete.take(bytes, file);
    } catch (IOException failure) {
      throw failed(failure);
    }
    use(file);
    stored.accept(blob.id());
    makeRoom(blob);
  }

  /// That others cannot be removed is no reason not to keep this one.
  private void makeRoom(Blob added) {
    try {
      partial.forget(added.id());
      quota.added(complete, added.size());
    } catch (IOException | StoreException failure) {
      log.warn("old blobs are not removed: {}", failure.getMessage());
    }
  }

  /// A file that cannot be marked is only taken for one that was not used for longer.
  private void use(Path file) {
    try {
      Files.setLastModifiedTime(file, FileTime.from(clock.instant()));
    } catch (IOException failure) {
      log.debug("use of {} is not noted: {}", file, failure.getMessage());
    }
  }

  /// One sentence about what the disk did not do.
  StoreException failed(IOException failure) {
    return StoreException.isFull(incoming, failure)
        ? new StoreException(Kind.DISK_FULL, "The disk is full: the file was not kept.", failure)
        : new StoreException(
            Kind.FAILED, "The disk did not do what was asked of it (" + failure + ").", failure);
  }

  private Optional<FileChannel> channel(BlobId blob) {
    try {
      return Optional.of(FileChannel.open(complete.file(blob), StandardOpenOption.READ));
    } catch (NoSuchFileException notHere) {
      return Optional.empty();
    } catch (IOException failure) {
      throw failed(failure);
    }
  }

  private void sweep() throws IOException {
    List<Path> left;
    try (Stream<Path> files = Files.list(incoming)) {
      left = files.toList();
    }
    for (Path file : left) {
      if (!PartialBlobs.isPartial(file)) {
        Files.deleteIfExists(file);
      }
    }
    partial.tidy();
  }
}
