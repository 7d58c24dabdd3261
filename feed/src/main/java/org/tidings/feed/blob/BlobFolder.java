package org.tidings.feed.blob;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.tidings.crypto.key.DurableFile;
import org.tidings.feed.ref.BlobId;

/// Where complete blobs lie: a file each, named by the hash in hex, its first two digits being a
/// folder.
record BlobFolder(Path folder) {

  private static final HexFormat HEX = HexFormat.of();
  private static final int FOLDER_DIGITS = 2;

  /// A blob that lies here.
  record Stored(Path file, long size, long usedMs) {

    BlobId id() {
      String hex = file.resolveSibling("").getFileName().toString() + file.getFileName();
      return BlobId.of(HEX.parseHex(hex));
    }
  }

  Path file(BlobId blob) {
    String hex = HEX.formatHex(blob.bytes());
    return folder.resolve(hex.substring(0, FOLDER_DIGITS)).resolve(hex.substring(FOLDER_DIGITS));
  }

  /// Gives a file its place here; that is on disk when this returns.
  void take(Path bytes, Path place) throws IOException {
    Path parent = place.resolveSibling("");
    makeFolder(parent);
    Files.move(bytes, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    DurableFile.syncFolderOf(place);
  }

  private void makeFolder(Path parent) throws IOException {
    try {
      Files.createDirectory(parent);
      DurableFile.syncFolderOf(parent);
    } catch (FileAlreadyExistsException there) {
      // As it is, but for the first blob of each folder.
    }
  }

  List<Stored> all() throws IOException {
    List<Path> paths;
    try (Stream<Path> walk = Files.walk(folder)) {
      paths = walk.toList();
    }
    List<Stored> blobs = new ArrayList<>();
    for (Path path : paths) {
      BasicFileAttributes file = Files.readAttributes(path, BasicFileAttributes.class);
      if (file.isRegularFile()) {
        blobs.add(new Stored(path, file.size(), file.lastModifiedTime().toMillis()));
      }
    }
    return blobs;
  }
}
