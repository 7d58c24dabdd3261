package org.tidings.ui.workspace;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.tidings.ui.desktop.Autostart;
import org.tidings.ui.picture.DraggedCopies;

/// What is installed here.
///
/// @param folder where everything of this person lies
/// @param version of the program
/// @param dictionaries the folders where there may be dictionaries to check spelling by
/// @param autostart how the desktop starts it at login, where that can be had
public record Installation(
    Path folder, String version, List<Path> dictionaries, Optional<Autostart> autostart) {
  /// The file with the person's key.
  public Path secret() {
    return folder.resolve("secret");
  }

  /// What was dragged out of the window.
  public DraggedCopies dragged() {
    return new DraggedCopies(folder);
  }
}
