package org.tidings.ui.shell;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.tidings.feed.store.StoreException;
import org.tidings.ui.workspace.WindowServices;

/// With what the window opens.
public sealed interface WindowStart {
  /// There is an identity, and its feeds are open.
  record Ready(WindowServices services) implements WindowStart {}

  /// There is no identity yet.
  ///
  /// @param begin creates one and opens its feeds; called off the JavaFX thread, and again after
  ///     it failed
  record FirstStart(Callable<WindowServices> begin) implements WindowStart {}

  /// The data folder cannot be opened.
  ///
  /// @param sentence why, for people
  /// @param kind what went wrong, where that is known
  record Refused(String sentence, Optional<StoreException.Kind> kind) implements WindowStart {}
}
