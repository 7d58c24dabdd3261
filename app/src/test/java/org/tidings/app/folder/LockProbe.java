package org.tidings.app.folder;

import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// Looks, as another process, whether a file is locked.
final class LockProbe {
  static final int FREE = 0;
  static final int LOCKED = 3;

  private LockProbe() {}

  public static void main(String[] file) throws Exception {
    try (FileChannel channel = FileChannel.open(Path.of(file[0]), StandardOpenOption.WRITE);
        var lock = channel.tryLock()) {
      System.exit(lock == null ? LOCKED : FREE);
    }
  }
}
