package org.tidings.feed.blob;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import org.tidings.feed.blob.BlobFolder.Stored;
import org.tidings.feed.ref.BlobId;

/// Bounds what blobs take: when they are too much, those that nobody has used for longest go, but
/// none that is pinned. Thread-safe.
public final class BlobQuota {
  /// 2 GB.
  public static final long USUAL = 2_000_000_000;

  private static final long UNKNOWN = -1;

  private long most;
  private final Predicate<BlobId> pinned;
  private final ReentrantLock lock = new ReentrantLock();
  private long taken = UNKNOWN;

  /// @param most what they may take, in bytes
  /// @param pinned those that stay however long nobody has used them
  public BlobQuota(long most, Predicate<BlobId> pinned) {
    this.most = most;
    this.pinned = pinned;
  }

  /// A blob of that size has come to the others in the folder.
  void added(BlobFolder folder, long size) throws IOException {
    lock.lock();
    try {
      taken = taken == UNKNOWN ? total(folder.all()) : taken + size;
      if (taken > most) {
        taken = trim(folder.all());
      }
    } finally {
      lock.unlock();
    }
  }

  /// What they may take, in bytes.
  long most() {
    lock.lock();
    try {
      return most;
    } finally {
      lock.unlock();
    }
  }

  /// What the blobs in the folder may take from now on.
  void bound(BlobFolder folder, long next) throws IOException {
    lock.lock();
    try {
      most = next;
      List<Stored> all = folder.all();
      taken = total(all);
      if (taken > most) {
        taken = trim(all);
      }
    } finally {
      lock.unlock();
    }
  }

  /// A tenth more than needed goes, so that not each new blob has all of them looked at.
  private long trim(List<Stored> all) throws IOException {
    long left = total(all);
    List<Stored> oldest = new ArrayList<>(all);
    oldest.sort(Comparator.comparingLong(Stored::usedMs));
    for (Stored blob : oldest) {
      if (left <= most - most / 10) {
        return left;
      }
      if (!pinned.test(blob.id())) {
        Files.deleteIfExists(blob.file());
        left -= blob.size();
      }
    }
    return left;
  }

  private static long total(List<Stored> all) {
    return all.stream().mapToLong(Stored::size).sum();
  }
}
