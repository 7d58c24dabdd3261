package org.tidings.ui.compose;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidings.feed.Feeds;
import org.tidings.feed.index.TimelineKey;
import org.tidings.ui.workspace.FakeScreen;
import org.tidings.ui.workspace.LastFirst;
import org.tidings.ui.workspace.TestWorkspace;

/// Several texts that are about to be posted, where what is asked for last begins first.
class OutgoingOrderTest {
  private static final int MOST = 9;

  private final FakeScreen screen = new FakeScreen();
  private final LastFirst work = new LastFirst();
  private TestWorkspace test;
  private Desk desk;

  @BeforeEach
  void queueSeveral(@TempDir Path folder) {
    test = new TestWorkspace(folder, work, screen);
    desk = new Desk(test.workspace());
    queue("one");
    queue("two");
    queue("three");
  }

  @AfterEach
  void close() {
    desk.close();
    test.close();
  }

  private void queue(String text) {
    int before = desk.outgoing().waiting().size();
    ComposeViewModel writing = desk.take(Destination.newThread());
    screen.until(writing.draft().loadedProperty()::get);
    writing.draft().textProperty().set(text);
    writing.publish(() -> {}, id -> {});
    screen.until(() -> desk.outgoing().waiting().size() == before + 1);
  }

  private List<String> posted() {
    Feeds feeds = test.workspace().feeds();
    return feeds.timeline().by(test.workspace().self(), TimelineKey.TOP, MOST).reversed().stream()
        .map(view -> view.post().text())
        .toList();
  }

  @Test
  void whatIsDueAtOnceIsSignedInTheOrderInWhichItWasWritten() throws InterruptedException {
    work.hold(() -> test.pass(Outgoing.UNDO));
    screen.until(() -> desk.outgoing().waiting().isEmpty());
    assertThat(posted()).containsExactly("one", "two", "three");
  }

  @Test
  void whatIsLeftWhenTheWindowClosesIsSignedInThatOrder() throws InterruptedException {
    work.hold(desk::close);
    assertThat(posted()).containsExactly("one", "two", "three");
  }
}
