package org.tidings.ui.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidings.feed.SomeFeed;
import org.tidings.feed.channel.ChannelView;
import org.tidings.feed.content.Post;
import org.tidings.ui.workspace.FakeScreen;
import org.tidings.ui.workspace.TestWorkspace;

class ChannelViewModelTest {
  private final FakeScreen screen = new FakeScreen();
  private final SomeFeed mara = SomeFeed.of("Mara");
  private TestWorkspace test;
  private ChannelViewModel channel;

  @BeforeEach
  void open(@TempDir Path folder) {
    test = new TestWorkspace(folder, screen);
    channel = new ChannelViewModel(test.workspace(), "sailing");
    screen.until(() -> channel.channelProperty().get().isPresent());
  }

  @AfterEach
  void close() {
    channel.close();
    test.close();
  }

  private ChannelView shown() {
    return channel.channelProperty().get().orElseThrow();
  }

  private List<String> texts() {
    return channel.posts().rows().stream().map(post -> post.post().text()).toList();
  }

  private void say(String text) {
    mara.write(Post.root(text).toJson());
  }

  @Test
  void postsOfTheChannelAppearAsTheyArriveNewestFirst() {
    say("first #sailing");
    mara.post("about something else");
    say("second #sailing");
    test.receive(mara);
    screen.until(() -> texts().equals(List.of("second #sailing", "first #sailing")));
  }

  @Test
  void readingOnContinuesTheList() {
    for (int i = 0; i < 45; i++) {
      say(i + " #sailing");
    }
    test.receive(mara);
    screen.until(
        () -> {
          channel.posts().more();
          return texts().size() == 45;
        });
    assertThat(texts()).doesNotHaveDuplicates().startsWith("44 #sailing").endsWith("0 #sailing");
  }

  @Test
  void weSubscribeAndEndThatAgain() {
    channel.toggle();
    screen.until(() -> shown().isOurs());
    channel.toggle();
    screen.until(() -> !shown().isOurs());
    assertThat(test.workspace().notices().problemProperty().get()).isEmpty();
  }

  @Test
  void whilePublishingIsHeldThereIsNoSubscribing() {
    test.workspace().feeds().gate().keyInUseElsewhere();
    screen.until(() -> !channel.canChangeProperty().get());
    channel.toggle();
    assertThat(channel.canChangeProperty().get()).isFalse();
    assertThat(test.workspace().feeds().log().count()).isZero();
    assertThat(test.workspace().notices().problemProperty().get()).isEmpty();
  }

  @Test
  void whatCannotBePublishedIsTold() {
    test.workspace().feeds().gate().keyInUseElsewhere();
    channel.toggle();
    screen.until(() -> test.workspace().notices().problemProperty().get().isPresent());
    assertThat(shown().isOurs()).isFalse();
  }
}
