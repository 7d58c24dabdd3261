package org.tidings.feed.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import org.tidings.feed.store.StoreException;

/// By what a file is known again on this computer: machine, device, inode, time of birth. A copy or
/// a restored backup differs in at least one.
public final class FileMark {

  private static final List<Path> MACHINE_IDS =
      List.of(Path.of("/etc/machine-id"), Path.of("/var/lib/dbus/machine-id"));

  private FileMark() {}

  /// The mark of this file, which must exist, as one line of text.
  public static String of(Path file) {
    try {
      List<String> parts = new ArrayList<>();
      parts.add(machine());
      if (Files.getFileStore(file).supportsFileAttributeView("unix")) {
        parts.add(String.valueOf(Files.getAttribute(file, "unix:dev")));
        parts.add(String.valueOf(Files.getAttribute(file, "unix:ino")));
      }
      parts.add(knowsBirth(file) ? birth(file).toString() : "");
      return String.join(" ", parts);
    } catch (IOException failure) {
      throw StoreException.ofFile("The file " + file + " cannot be examined.", file, failure);
    }
  }

  private static String machine() throws IOException {
    for (Path id : MACHINE_IDS) {
      if (Files.isReadable(id)) {
        return Files.readString(id).strip();
      }
    }
    return "";
  }

  /// Where the file system does not keep the time of birth, Java answers with the time of the last
  /// change instead. Where these two are the same, a file set back in time tells them apart.
  private static boolean knowsBirth(Path file) throws IOException {
    BasicFileAttributes known = Files.readAttributes(file, BasicFileAttributes.class);
    return !known.creationTime().equals(known.lastModifiedTime()) || isBirthKept(file);
  }

  private static boolean isBirthKept(Path file) throws IOException {
    Path probe = Files.createTempFile(file.toAbsolutePath().getParent(), "probe-", ".tmp");
    try {
      FileTime longAgo = FileTime.fromMillis(1_000_000_000_000L);
      Files.setLastModifiedTime(probe, longAgo);
      return !birth(probe).equals(longAgo);
    } finally {
      Files.delete(probe);
    }
  }

  private static FileTime birth(Path file) throws IOException {
    return Files.readAttributes(file, BasicFileAttributes.class).creationTime();
  }
}
