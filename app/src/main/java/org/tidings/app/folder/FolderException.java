package org.tidings.app.folder;

import org.jspecify.annotations.Nullable;

/// The data folder cannot be used; the message says why, in a sentence for people. Nothing was
/// changed.
public final class FolderException extends Exception {
  private static final long serialVersionUID = 1L;

  public FolderException(String sentence) {
    super(sentence);
  }

  public FolderException(String sentence, @Nullable Throwable cause) {
    super(sentence, cause);
  }
}
