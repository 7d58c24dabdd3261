package org.tidings.app.command;

import java.nio.file.Path;
import java.util.Locale;

/// A file of messages, one JSON value a line, told by its extension.
final class MessageFile {
  private MessageFile() {}

  static void check(Path file) throws Refused {
    String name = file.toString().toLowerCase(Locale.ROOT);
    if (!name.endsWith(".ndjson") && !name.endsWith(".jsonl")) {
      throw new Refused(
          "%s is neither an .ndjson nor a .jsonl file; other forms are not known here yet."
              .formatted(file));
    }
  }
}
