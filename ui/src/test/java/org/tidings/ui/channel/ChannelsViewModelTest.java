package org.tidings.ui.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidings.feed.SomeFeed;
import org.tidings.feed.content.ChannelSubscription;
import org.tidings.feed.content.Post;
import org.tidings.feed.log.PublishRefused;
import org.tidings.ui.workspace.FakeScreen;
import org.tidings.ui.workspace.TestWorkspace;

class ChannelsViewModelTest {
  private final FakeScreen screen = new FakeScreen();
  private final SomeFeed mara = SomeFeed.of("Mara");
  private TestWorkspace test;
  private ChannelsViewModel channels;

  @BeforeEach
  void open(@TempDir Path folder) {
    test = new TestWorkspace(folder, screen);
    channels = new ChannelsViewModel(test.workspace());
  }

  @AfterEach
  void close() {
    channels.close();
    test.close();
  }

  private void post(String text) {
    double now = test.temp().clock().millis();
    mara.write(Post.root(text).toJson(), now);
    test.receive(mara);
  }

  private List<String> names() {
    return channels.rows().stream()
        .map(
            row ->
                switch (row) {
                  case ChannelRow.Title(var section) -> section.name();
                  case ChannelRow.Of of -> of.view().name() + " " + of.posts();
                })
        .toList();
  }

  @Test
  void channelsOfWhichMuchIsSaidLatelyAppear() {
    post("#sailing");
    post("#sailing again");
    post("#gardening");
    screen.until(() -> names().equals(List.of("ACTIVE", "sailing 2", "gardening 1")));
  }

  @Test
  void ourOwnStandAboveAndNotTwice() throws PublishRefused {
    post("#sailing");
    test.workspace().feeds().publisher().publish(new ChannelSubscription("sailing", true).toJson());
    screen.until(() -> names().equals(List.of("OURS", "sailing 1")));
  }

  @Test
  void whatWasSaidLongAgoIsNotActive() {
    mara.write(Post.root("#sailing").toJson(), 1_000);
    test.receive(mara);
    screen.until(() -> channels.loadedProperty().get());
    assertThat(names()).isEmpty();
  }
}
