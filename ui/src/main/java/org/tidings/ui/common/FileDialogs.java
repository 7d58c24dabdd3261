package org.tidings.ui.common;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Asks the person for files of their own, in the way of their system. Confined to the JavaFX
/// thread, which waits.
public interface FileDialogs {
  /// Files to be read; none when the person does not want to.
  List<Path> open();

  /// A file of messages to be read; nothing when the person does not want to.
  Optional<Path> messages();

  /// Where a file of that name is to be written; nothing when the person does not want to.
  Optional<Path> save(String name);
}
