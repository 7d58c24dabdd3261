package org.tidings.app.folder;

import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tidings.feed.told.Told;
import org.tidings.feed.told.ToldException;

/// The data folder cannot be used; the message says why, in a sentence for people. Nothing was
/// changed.
public final class FolderException extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient @Nullable Told why;

  /// What only the command line meets.
  public FolderException(String sentence) {
    super(sentence);
    this.why = null;
  }

  public FolderException(Told why) {
    this(why, null);
  }

  FolderException(Told why, @Nullable Throwable cause) {
    super(why.sentence(), cause);
    this.why = why;
  }

  /// The same for a window.
  public Optional<Told> why() {
    return Optional.ofNullable(why);
  }

  /// The same where files fail: a window tells it in the person's language.
  public IOException asIo() {
    return why == null ? new IOException(getMessage(), this) : new ToldException(why, this);
  }
}
