package org.tidings.feed.crash;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// What the shim `disk.c` has logged: what was done to files, in order, and what the program noted
/// in between. Immutable.
record DiskLog(List<Entry> entries) {

  private static final int HEADER = 24;

  /// One thing that was done.
  sealed interface Entry {

    /// A file was opened, or made.
    record Opened(int file, Path path, boolean isEmptied) implements Entry {}

    record Closed(int file) implements Entry {}

    record Wrote(int file, long at, ByteBuffer bytes) implements Entry {}

    record Resized(int file, long size) implements Entry {}

    /// All that was done to a file, or to the names in a folder, is on disk.
    record Synced(int file) implements Entry {}

    /// What was done to a file and not synced never comes to the disk: its sync failed.
    record Lost(int file) implements Entry {}

    record Renamed(Path from, Path to) implements Entry {}

    /// The same file has a second name.
    record Linked(Path from, Path to) implements Entry {}

    record Removed(Path path) implements Entry {}

    /// The program's own words.
    record Noted(String line) implements Entry {}
  }

  static DiskLog read(Path log) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(log)).order(ByteOrder.nativeOrder());
    List<Entry> entries = new ArrayList<>();
    while (bytes.remaining() >= HEADER) {
      int what = bytes.getInt();
      int file = bytes.getInt();
      long at = bytes.getLong();
      byte[] content = new byte[(int) bytes.getLong()];
      bytes.get(content);
      entries.add(entry((char) what, file, at, content));
    }
    return new DiskLog(List.copyOf(entries));
  }

  private static Entry entry(char what, int file, long at, byte[] content) {
    return switch (what) {
      case 'o' -> new Entry.Opened(file, Path.of(text(content)), at == 1);
      case 'c' -> new Entry.Closed(file);
      case 'w' -> new Entry.Wrote(file, at, ByteBuffer.wrap(content));
      case 't' -> new Entry.Resized(file, at);
      case 's' -> new Entry.Synced(file);
      case 'd' -> new Entry.Lost(file);
      case 'r' -> new Entry.Renamed(name(content, 0), name(content, 1));
      case 'l' -> new Entry.Linked(name(content, 0), name(content, 1));
      case 'u' -> new Entry.Removed(Path.of(text(content)));
      case 'n' -> new Entry.Noted(text(content));
      default -> throw new IllegalStateException("no entry begins with " + what);
    };
  }

  private static Path name(byte[] content, int number) {
    return Path.of(text(content).split("\n", -1)[number]);
  }

  private static String text(byte[] content) {
    return new String(content, StandardCharsets.UTF_8);
  }
}
