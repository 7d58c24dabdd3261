package org.tidings.ui.shell;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.tidings.feed.log.PublishRefused;
import org.tidings.ui.workspace.SomeCircle;

/// Journeys that each begin in a new window, among people we follow. Confined to the test's thread.
abstract class OnSomeCircle {
  OpenShell window;
  SomeCircle circle;

  @BeforeEach
  final void openWindow(@TempDir Path folder) throws PublishRefused {
    window = new OpenShell(folder);
    circle = SomeCircle.in(window.test());
  }

  @AfterEach
  final void closeWindow() {
    window.close();
  }
}
