package org.tidings.feed.blob;

import java.io.File;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.tidings.crypto.key.DurableFile;
import org.tidings.feed.ref.BlobId;

/// Where complete blobs lie: a file each, named by the hash in hex, its first two digits being a
/// folder.
record BlobFolder(Path folder) {

  private static final HexFormat HEX = HexFormat.of();
  private static final int FOLDER_DIGITS = 2;

  /// A blob that lies here.
  record Stored(BlobId id, Path file, long size, long usedMs) {}

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

  /// What else lies there, left by a file manager perhaps, is none of them.
  List<Stored> all() throws IOException {
    if (Files.notExists(folder)) {
      return List.of(); // of a store that is only read
    }
    List<Path> paths;
    try (Stream<Path> walk = Files.walk(folder)) {
      paths = walk.toList();
    }
    List<Stored> blobs = new ArrayList<>();
    for (Path path : paths) {
      Optional<BlobId> id = idOf(path);
      if (id.isPresent() && Files.isRegularFile(path)) {
        BasicFileAttributes file = Files.readAttributes(path, BasicFileAttributes.class);
        blobs.add(new Stored(id.get(), path, file.size(), file.lastModifiedTime().toMillis()));
      }
    }
    return blobs;
  }

  private Optional<BlobId> idOf(Path path) {
    try {
      String hex = folder.relativize(path).toString().replace(File.separator, "");
      return Optional.of(BlobId.of(HEX.parseHex(hex))).filter(id -> file(id).equals(path));
    } catch (IllegalArgumentException otherName) {
      return Optional.empty();
    }
  }
}
