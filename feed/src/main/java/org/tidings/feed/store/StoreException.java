package org.tidings.feed.store;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteException;
import org.tidings.feed.told.Worded;

/// The disk or the database failed. The message is one sentence for people.
public final class StoreException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /// What does not fit may be larger than what is left.
  private static final long NO_ROOM_BYTES = 1 << 20;

  /// What went wrong, for code that offers different ways out, and in general words.
  public enum Kind implements Worded {
    /// The database was written by a newer program; nothing was changed.
    TOO_NEW(
        "This data folder was last used by a newer version of Tidings; please install that"
            + " version again. Nothing was changed."),
    /// The disk is full; nothing half-written remains.
    DISK_FULL("The disk is full: nothing more was written, and what was there is safe."),
    /// The file may not be written.
    READ_ONLY("The data folder cannot be written: please check its permissions."),
    /// The database file is damaged.
    DAMAGED(
        "The database file is damaged; nothing was written to it. To mend what can be mended, and"
            + " keep the damaged file: tidings doctor --repair"),
    /// The folder lies on a network file system.
    FOLDER_ON_NETWORK(
        "The data folder lies on a network drive; please choose one on this computer."),
    /// The folder's database belongs to another identity, or its secret is missing or unreadable.
    WRONG_IDENTITY(
        "The secret in the data folder is missing, cannot be read, or belongs to another"
            + " identity."),
    /// The store has been closed.
    CLOSED("The store has been closed."),
    /// Somebody took the question back.
    CANCELLED("This was taken back."),
    /// The disk failed in the very moment of a commit: the next start shows whether what was
    /// written is there, and until then nothing more is written.
    UNCERTAIN(
        "The disk failed just when this was saved: whether it is there shows when Tidings is"
            + " started again, and nothing more is saved until then."),
    /// Something failed earlier after which the store may not go on; this was not written.
    STOPPED("Something failed before: nothing more is saved until Tidings is started again."),
    /// Anything else: a read or write that failed.
    FAILED("The disk did not do what was asked of it. The log folder has the details.");

    private final String sentence;

    Kind(String sentence) {
      this.sentence = sentence;
    }

    @Override
    public String key() {
      return "store." + name();
    }

    @Override
    public String sentence() {
      return sentence;
    }
  }

  private final Kind kind;
  private final String sentence;

  public StoreException(Kind kind, String sentence, @Nullable Throwable cause) {
    super(sentence, cause);
    this.kind = kind;
    this.sentence = sentence;
  }

  /// In the words of the kind.
  public StoreException(Kind kind) {
    this(kind, kind.sentence(), null);
  }

  /// In the words of the kind.
  StoreException(Kind kind, Throwable cause) {
    this(kind, kind.sentence(), cause);
  }

  public StoreException(Kind kind, String sentence) {
    this(kind, sentence, null);
  }

  /// What became of a file that could not be written or read.
  ///
  /// @param sentence told unless the disk is full
  public static StoreException ofFile(String sentence, Path file, IOException failure) {
    return isFull(file, failure)
        ? new StoreException(Kind.DISK_FULL, failure)
        : new StoreException(Kind.FAILED, sentence, failure);
  }

  /// Whether the disk on which this file is, or was to be, is full, or we may have no more of it.
  /// The system tells that in words alone, and perhaps in another language than these; then it
  /// counts that there is no room.
  public static boolean isFull(Path file, IOException failure) {
    return saysFull(failure) || (isOfNoKind(failure) && isFull(file));
  }

  /// The same of the file that the failure names, if it names one.
  public static boolean isFull(IOException failure) {
    return (failure instanceof FileSystemException named && named.getFile() != null)
        ? isFull(Path.of(named.getFile()), failure)
        : saysFull(failure);
  }

  private static boolean saysFull(IOException failure) {
    String words = String.valueOf(failure.getMessage());
    return words.contains("No space left on device")
        || words.contains("not enough space")
        || words.contains("quota exceeded");
  }

  /// Most other failures have a class of their own.
  private static boolean isOfNoKind(IOException failure) {
    return failure.getClass() == IOException.class
        || failure.getClass() == FileSystemException.class;
  }

  private static boolean isFull(Path file) {
    Path there = file.toAbsolutePath();
    while (Files.notExists(there) && there.getParent() != null) {
      there = there.getParent();
    }
    try {
      return Files.getFileStore(there).getUsableSpace() < NO_ROOM_BYTES;
    } catch (IOException unknown) {
      return false;
    }
  }

  public Kind kind() {
    return kind;
  }

  /// Whether the file that was read has no part in it: what SQLite keeps beside a file while it is
  /// read could not be made. Tried again, it may succeed.
  public boolean isOfReadingAlone() {
    return kind == Kind.DISK_FULL
        || (getCause() instanceof SQLiteException sqlite
            && sqlite.getResultCode().name().startsWith("SQLITE_IOERR_SHM"));
  }

  /// The message: one sentence for people.
  public String sentence() {
    return sentence;
  }

  /// The same, or where the disk is full, one that says what that means here.
  public StoreException orWhenFull(String meaning) {
    return kind == Kind.DISK_FULL ? new StoreException(kind, meaning, this) : this;
  }

  /// The sentence, and what to try where that is always the same.
  public String advised() {
    return kind == Kind.DISK_FULL ? sentence + " Make room on the disk, and try again." : sentence;
  }
}
