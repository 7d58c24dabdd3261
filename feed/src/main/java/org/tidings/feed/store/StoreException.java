package org.tidings.feed.store;

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

  public Kind kind() {
    return kind;
  }

  /// The message: one sentence for people.
  public String sentence() {
    return sentence;
  }
}
