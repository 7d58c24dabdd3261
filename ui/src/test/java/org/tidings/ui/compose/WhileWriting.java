package org.tidings.ui.compose;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.tidings.feed.ref.MessageId;
import org.tidings.ui.workspace.FakeScreen;
import org.tidings.ui.workspace.TestWorkspace;

/// Somebody writes a new thread, in a folder of its own below `folder`.
abstract class WhileWriting {
  @TempDir Path folder;

  final FakeScreen screen = new FakeScreen();
  TestWorkspace test;
  Desk desk;
  ComposeViewModel model;

  @BeforeEach
  void open() {
    test = new TestWorkspace(folder.resolve("tidings"), screen);
    desk = new Desk(test.workspace());
    model = compose(Destination.newThread());
  }

  @AfterEach
  void close() {
    model.close();
    desk.close();
    test.close();
  }

  /// What is written there, once its draft is back.
  ComposeViewModel compose(Destination destination) {
    ComposeViewModel opened = new ComposeViewModel(test.workspace(), desk.outgoing(), destination);
    screen.until(opened.draft().loadedProperty()::get);
    screen.until(() -> true);
    return opened;
  }

  /// The message that becomes of what is written there, once nobody can take it back any more.
  MessageId posted() {
    List<MessageId> posted = new ArrayList<>();
    model.publish(() -> {}, posted::add);
    screen.until(() -> !desk.outgoing().waiting().isEmpty());
    test.pass(Outgoing.UNDO);
    screen.until(() -> !posted.isEmpty());
    return posted.getFirst();
  }
}
