package org.tidings.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidings.feed.Feeds;
import org.tidings.feed.TempFeeds;
import org.tidings.feed.content.Post;
import org.tidings.feed.log.PublishRefused;
import org.tidings.feed.message.Message;
import org.tidings.ui.workspace.FakeScreen;
import org.tidings.ui.workspace.TestWorkspace;

class DamageWatchTest {
  private final FakeScreen screen = new FakeScreen();
  private TestWorkspace test;

  @BeforeEach
  void open(@TempDir Path folder) {
    test = new TestWorkspace(folder, screen);
  }

  @AfterEach
  void close() {
    test.close();
  }

  @Test
  void damageIsToldWithWhatToDo() throws PublishRefused {
    DamageWatch watch = new DamageWatch(test.workspace());
    test.closeFirst(watch::close);
    Feeds feeds = test.workspace().feeds();
    Message post = feeds.publisher().publish(Post.root("hello").toJson());
    TempFeeds.damage(feeds, post.author(), post.sequence().value());
    feeds.doctor().vouchesFor(feeds.log().get(post.id()).orElseThrow());
    screen.until(() -> test.workspace().notices().problemProperty().get().isPresent());
    assertThat(test.workspace().notices().problemProperty().get().orElseThrow().sentence())
        .startsWith("This disk has damaged messages of your own.");
  }
}
