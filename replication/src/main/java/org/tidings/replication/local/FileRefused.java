package org.tidings.replication.local;

import java.io.IOException;
import org.tidings.feed.told.Told;

/// A file of messages is not read or written as it stands; nothing has changed. The message is a
/// sentence for people.
public final class FileRefused extends IOException {
  private static final long serialVersionUID = 1L;

  private final transient Told why;

  FileRefused(FileFault fault, Object... values) {
    this(Told.of(fault, values));
  }

  private FileRefused(Told why) {
    super(why.sentence());
    this.why = why;
  }

  /// What keeps it from being done.
  public Told why() {
    return why;
  }
}
