package org.tidings.feed.crash;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/// A file on a disk whose power may fail: what is surely there, and what was done to it since.
/// Confined to one thread.
final class Inode {

  private static final int SECTOR = 512;

  private final List<Change> unsynced = new ArrayList<>();
  private byte[] kept;

  Inode(byte[] content) {
    kept = content;
  }

  /// Makes one content of another.
  private interface Change {
    byte[] in(byte[] content);

    /// As far as it got.
    Change torn(Random random);
  }

  private static final class Write implements Change {
    private final int at;
    private final byte[] bytes;

    Write(int at, byte[] bytes) {
      this.at = at;
      this.bytes = bytes;
    }

    @Override
    public byte[] in(byte[] content) {
      byte[] next = Arrays.copyOf(content, Math.max(content.length, at + bytes.length));
      System.arraycopy(bytes, 0, next, at, bytes.length);
      return next;
    }

    @Override
    public Change torn(Random random) {
      int cut = Math.min(bytes.length, random.nextInt(bytes.length / SECTOR + 1) * SECTOR);
      return random.nextBoolean()
          ? new Write(at, Arrays.copyOf(bytes, cut))
          : new Write(at + cut, Arrays.copyOfRange(bytes, cut, bytes.length));
    }
  }

  private record Resize(int size) implements Change {
    @Override
    public byte[] in(byte[] content) {
      return Arrays.copyOf(content, size);
    }

    @Override
    public Change torn(Random random) {
      return this;
    }
  }

  void write(long at, ByteBuffer bytes) {
    byte[] content = new byte[bytes.remaining()];
    bytes.duplicate().get(content);
    unsynced.add(new Write((int) at, content));
  }

  void resize(long size) {
    unsynced.add(new Resize((int) size));
  }

  void sync() {
    unsynced.forEach(change -> kept = change.in(kept));
    unsynced.clear();
  }

  /// The system counts as written what it could not write.
  void lose() {
    unsynced.clear();
  }

  /// What may be there after the power failed now.
  ///
  /// @param luck how many in a hundred of the unsynced changes got to the disk, whole or in part
  byte[] afterPowerLoss(Random random, int luck) {
    byte[] content = kept;
    for (Change change : unsynced) {
      if (random.nextInt(100) < luck) {
        content = (random.nextInt(4) == 0 ? change.torn(random) : change).in(content);
      }
    }
    return content;
  }
}
