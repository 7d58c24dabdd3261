package org.tidings.app.command;

import java.nio.file.Path;
import java.util.Locale;
import org.tidings.replication.peer.ConnImport;

/// A file of messages, one JSON value a line, or of the peers another program knew; told by its
/// name.
final class MessageFile {
  private static final String PACKED = ".gz";

  private MessageFile() {}

  /// Such a file, packed or not, of messages or of peers.
  static void checkToRead(Path file) throws WrongUsage {
    if (!ConnImport.isFor(file)) {
      String name = lower(file);
      check(
          file,
          name.endsWith(PACKED) ? name.substring(0, name.length() - PACKED.length()) : name,
          "neither an .ndjson nor a .jsonl file, packed as .gz or not");
    }
  }

  /// A file of messages that is not packed.
  static void checkToWrite(Path file) throws WrongUsage {
    check(file, lower(file), "neither an .ndjson nor a .jsonl file");
  }

  private static String lower(Path file) {
    return file.toString().toLowerCase(Locale.ROOT);
  }

  private static void check(Path file, String name, String otherwise) throws WrongUsage {
    if (!name.endsWith(".ndjson") && !name.endsWith(".jsonl")) {
      throw new WrongUsage(
          "%s is %s; other forms are not known here yet.".formatted(file, otherwise));
    }
  }
}
