package org.tidings.app.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/// A shell at a folder that is not there yet, and files beside that.
abstract class AtAShell {
  @TempDir Path temp;
  Shell shell;

  @BeforeEach
  void openShell() {
    shell = new Shell(temp);
  }

  /// A file with these lines.
  Path file(String name, List<byte[]> lines) throws IOException {
    Path file = temp.resolve(name);
    try (var out = Files.newOutputStream(file)) {
      for (byte[] line : lines) {
        out.write(line);
        out.write('\n');
      }
    }
    return file;
  }
}
