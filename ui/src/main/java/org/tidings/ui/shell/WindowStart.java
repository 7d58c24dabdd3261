package org.tidings.ui.shell;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.tidings.feed.Restoration;
import org.tidings.feed.told.Told;
import org.tidings.ui.workspace.WindowServices;

/// With what the window opens.
public sealed interface WindowStart {
  /// There is an identity, and its feeds are open.
  record Ready(WindowServices services) implements WindowStart {}

  /// There is no identity yet.
  ///
  /// @param begin creates one and opens its feeds; called off the JavaFX thread, and again after
  ///     it failed
  /// @param restoration brings one that was made elsewhere
  record FirstStart(Callable<WindowServices> begin, Restoration restoration)
      implements WindowStart {}

  /// The data folder cannot be opened.
  ///
  /// @param sentence why, in English
  /// @param why the same for people, where it can be said in their language
  record Refused(String sentence, Optional<Told> why) implements WindowStart {}
}
