package org.tidings.ui.workspace;

import java.nio.file.Path;

/// What is installed here.
///
/// @param folder where everything of this person lies
/// @param version of the program
public record Installation(Path folder, String version) {
  /// The file with the person's key.
  public Path secret() {
    return folder.resolve("secret");
  }
}
