package org.tidings.feed.blob;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.tidings.feed.ref.BlobId;
import org.tidings.feed.ref.FeedId;

/// Beginnings of blobs whose source was cut off, kept over restarts so that the same source can go
/// on where it stopped: a file for each blob and source. What one peer has sent is never mixed with
/// what another has, so that it is known from whom a wrong whole came. Few, and not for long.
/// Thread-safe.
final class PartialBlobs {
  static final int MOST = 64;

  private static final long MOST_BYTES = 64L << 20;
  private static final Duration LONGEST = Duration.ofDays(7);
  private static final HexFormat HEX = HexFormat.of();
  private static final String BETWEEN = "-";

  private final Path folder;
  private final InstantSource clock;
  private final Set<Path> inUse = new HashSet<>();

  /// Those in use whose blob came from elsewhere meanwhile.
  private final Set<Path> needless = new HashSet<>();

  /// One that nobody works on.
  private record Left(Path file, long size, Instant last) {}

  /// @param folder where they lie; no other file there has a name with a hyphen
  PartialBlobs(Path folder, InstantSource clock) {
    this.folder = folder;
    this.clock = clock;
  }

  /// The file in which what comes of a blob from that source is kept, whether it is there yet or
  /// not; nobody else gets it before it is given back. Empty while somebody has it.
  synchronized Optional<Path> take(BlobId blob, FeedId source) {
    Path file = folder.resolve(name(blob) + HEX.formatHex(source.bytes()));
    return inUse.add(file) ? Optional.of(file) : Optional.empty();
  }

  /// Gives one back, which is kept if it is still there.
  synchronized void giveBack(Path file) throws IOException {
    inUse.remove(file);
    if (needless.remove(file)) {
      Files.deleteIfExists(file);
    } else if (Files.exists(file)) {
      Files.setLastModifiedTime(file, FileTime.from(clock.instant()));
      tidy();
    }
  }

  /// The blob is complete: its beginnings are of no use any more.
  synchronized void forget(BlobId blob) throws IOException {
    inUse.stream().filter(file -> isOf(blob, file)).forEach(needless::add);
    for (Left left : all()) {
      if (isOf(blob, left.file)) {
        Files.deleteIfExists(left.file);
      }
    }
  }

  private static boolean isOf(BlobId blob, Path file) {
    return file.getFileName().toString().startsWith(name(blob));
  }

  /// Removes those that are too old, and those left longest ago when they are too many.
  synchronized void tidy() throws IOException {
    Instant oldest = clock.instant().minus(LONGEST);
    List<Left> latestFirst = all();
    latestFirst.sort((one, other) -> other.last.compareTo(one.last));
    int kept = 0;
    long bytes = 0;
    for (Left left : latestFirst) {
      kept++;
      bytes += left.size;
      if (kept > MOST || bytes > MOST_BYTES || left.last.isBefore(oldest)) {
        Files.deleteIfExists(left.file);
      }
    }
  }

  static boolean isPartial(Path file) {
    return file.getFileName().toString().contains(BETWEEN);
  }

  private List<Left> all() throws IOException {
    List<Path> files;
    try (Stream<Path> found = Files.list(folder)) {
      files = found.filter(file -> isPartial(file) && !inUse.contains(file)).toList();
    }
    List<Left> all = new ArrayList<>();
    for (Path file : files) {
      BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
      all.add(new Left(file, now.size(), now.lastModifiedTime().toInstant()));
    }
    return all;
  }

  private static String name(BlobId blob) {
    return HEX.formatHex(blob.bytes()) + BETWEEN;
  }
}
