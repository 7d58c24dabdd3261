package org.tidings.app.command;

import java.nio.file.Path;
import java.util.Locale;
import org.tidings.replication.peer.ConnImport;

/// A file of messages, one JSON value a line, or of the peers another program knew; told by its
/// name.
final class MessageFile {
  private MessageFile() {}

  /// Whether it lists peers.
  static boolean isOfPeers(Path file) {
    return file.endsWith(ConnImport.FILE);
  }

  static void check(Path file) throws Refused {
    String name = file.toString().toLowerCase(Locale.ROOT);
    if (!isOfPeers(file) && !name.endsWith(".ndjson") && !name.endsWith(".jsonl")) {
      throw new Refused(
          "%s is neither an .ndjson nor a .jsonl file; other forms are not known here yet."
              .formatted(file));
    }
  }
}
