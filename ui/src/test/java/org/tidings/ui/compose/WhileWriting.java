package org.tidings.ui.compose;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.tidings.ui.workspace.FakeScreen;
import org.tidings.ui.workspace.TestWorkspace;

/// Somebody writes a new thread, in a folder of its own below `folder`.
abstract class WhileWriting {
  @TempDir Path folder;

  final FakeScreen screen = new FakeScreen();
  TestWorkspace test;
  ComposeViewModel model;

  @BeforeEach
  void open() {
    test = new TestWorkspace(folder.resolve("tidings"), screen);
    model = compose(Destination.newThread());
  }

  @AfterEach
  void close() {
    model.close();
    test.close();
  }

  /// What is written there, once its draft is back.
  ComposeViewModel compose(Destination destination) {
    ComposeViewModel opened = new ComposeViewModel(test.workspace(), destination);
    screen.until(opened.draft().loadedProperty()::get);
    screen.until(() -> true);
    return opened;
  }
}
