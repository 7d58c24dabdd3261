package org.tidings.replication.local;

import org.tidings.feed.told.Told;
import org.tidings.feed.told.ToldException;

/// A file of messages is not read or written as it stands; nothing has changed.
public final class FileRefused extends ToldException {
  private static final long serialVersionUID = 1L;

  FileRefused(FileFault fault, Object... values) {
    super(Told.of(fault, values), null);
  }
}
