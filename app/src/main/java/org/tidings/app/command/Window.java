package org.tidings.app.command;

/// Opens the window, or brings the one to the front that is open already.
@FunctionalInterface
public interface Window {
  /// Returns the exit code when the window has closed.
  int open(Common options) throws Exception;
}
