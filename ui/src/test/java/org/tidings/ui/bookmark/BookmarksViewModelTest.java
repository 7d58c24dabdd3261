package org.tidings.ui.bookmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidings.feed.SomeFeed;
import org.tidings.feed.local.Bookmarks.Bookmark;
import org.tidings.feed.message.Message;
import org.tidings.feed.ref.MessageId;
import org.tidings.ui.workspace.FakeScreen;
import org.tidings.ui.workspace.TestWorkspace;

class BookmarksViewModelTest {
  private final FakeScreen screen = new FakeScreen();
  private final SomeFeed mara = SomeFeed.of("Mara");
  private TestWorkspace test;
  private BookmarksViewModel bookmarks;

  @BeforeEach
  void open(@TempDir Path folder) {
    test = new TestWorkspace(folder, screen);
    bookmarks = new BookmarksViewModel(test.workspace());
  }

  @AfterEach
  void close() {
    bookmarks.close();
    test.close();
  }

  private void keep(MessageId message, long addedMs) {
    test.workspace().feeds().bookmarks().add(new Bookmark(message, addedMs, ""));
  }

  @Test
  void theNewestComesFirst() {
    Message one = mara.post("one");
    Message two = mara.post("two");
    test.receive(mara);
    keep(one.id(), 1);
    keep(two.id(), 2);
    bookmarks.arrive();
    screen.until(() -> bookmarks.rows().rows().size() == 2);
    assertThat(bookmarks.rows().rows())
        .extracting(row -> row.post().orElseThrow().post().text())
        .containsExactly("two", "one");
  }

  @Test
  void aPostThatIsNotHereComesWhenItArrives() {
    Message one = mara.post("one");
    keep(one.id(), 1);
    bookmarks.arrive();
    screen.until(() -> bookmarks.rows().rows().size() == 1);
    assertThat(bookmarks.rows().rows().getFirst().post()).isEmpty();
    test.receive(mara);
    screen.until(() -> bookmarks.rows().rows().getFirst().post().isPresent());
  }

  @Test
  void oneThatIsRemovedGoes() {
    Message one = mara.post("one");
    keep(one.id(), 1);
    bookmarks.arrive();
    screen.until(() -> bookmarks.rows().rows().size() == 1);
    bookmarks.remove(one.id());
    screen.until(() -> bookmarks.rows().rows().isEmpty());
  }
}
