package org.tidings.feed.store;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// The disk or the database failed. The message is one sentence for people.
public final class StoreException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /// What went wrong, for code that offers different ways out.
  public enum Kind {
    /// The database was written by a newer program; nothing was changed.
    TOO_NEW,
    /// The disk is full; nothing half-written remains.
    DISK_FULL,
    /// The file may not be written.
    READ_ONLY,
    /// The database file is damaged.
    DAMAGED,
    /// The folder lies on a network file system.
    FOLDER_ON_NETWORK,
    /// The folder's database belongs to another identity, or its secret is missing or unreadable.
    WRONG_IDENTITY,
    /// The store has been closed.
    CLOSED,
    /// Somebody took the question back.
    CANCELLED,
    /// The disk failed in the very moment of a commit: the next start shows whether what was
    /// written is there, and until then nothing more is written.
    UNCERTAIN,
    /// Anything else: a read or write that failed.
    FAILED
  }

  static final String FULL =
      "The disk is full: nothing more was written, and what was there is safe.";

  private final Kind kind;
  private final String sentence;

  public StoreException(Kind kind, String sentence, @Nullable Throwable cause) {
    super(sentence, cause);
    this.kind = kind;
    this.sentence = sentence;
  }

  public StoreException(Kind kind, String sentence) {
    this(kind, sentence, null);
  }

  /// What became of a file that could not be written or read.
  ///
  /// @param sentence told unless the disk is full
  public static StoreException ofFile(String sentence, IOException failure) {
    return isFull(failure)
        ? new StoreException(Kind.DISK_FULL, FULL, failure)
        : new StoreException(Kind.FAILED, sentence, failure);
  }

  /// Whether a disk is full, or we may have no more of it: the system tells this in words alone.
  public static boolean isFull(IOException failure) {
    String words = String.valueOf(failure.getMessage());
    return words.contains("No space left on device")
        || words.contains("not enough space")
        || words.contains("quota exceeded");
  }

  public Kind kind() {
    return kind;
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
