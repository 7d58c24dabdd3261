package org.tidings.ui.delivery;

import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tidings.feed.SomeFeed;
import org.tidings.feed.content.Contact;
import org.tidings.feed.content.Post;
import org.tidings.feed.message.Message;
import org.tidings.ui.Drawing;
import org.tidings.ui.common.FxThread;
import org.tidings.ui.theme.ThemeChoice;
import org.tidings.ui.workspace.TestWorkspace;

/// Draws what is told about who has a post.
@Tag("screenshots")
class DeliveryScreenshotsTest {
  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(
      value = ThemeChoice.class,
      names = {"LIGHT", "DARK"})
  void details(ThemeChoice theme) throws Exception {
    try (TestWorkspace test = new TestWorkspace(folder, FxThread::run)) {
      Message post = test.workspace().feeds().publisher().publish(Post.root("Low water").toJson());
      draw(Drawing.of(theme), test, post, "details-here");
      for (String name : new String[] {"Mara Lindqvist", "jonas 🌱", "أميرة الشريف"}) {
        SomeFeed friend = SomeFeed.of(name);
        friend.name(friend.id(), name);
        test.receive(friend);
        test.workspace().feeds().publisher().publish(Contact.follow(friend.id()).toJson());
        test.workspace().feeds().copies().sent(friend.id(), post.sequence());
      }
      test.workspace()
          .feeds()
          .copies()
          .told(SomeFeed.of("Mara Lindqvist").id(), post.sequence().value(), false);
      test.workspace()
          .feeds()
          .copies()
          .told(SomeFeed.of("a stranger").id(), post.sequence().value(), false);
      draw(Drawing.of(theme), test, post, "details");
      draw(Drawing.large(theme), test, post, "details-large");
    }
  }

  private static void draw(Drawing drawing, TestWorkspace test, Message post, String name) {
    drawing.draw(name, () -> DetailsScreen.screen(test.workspace(), post.id()).content());
  }
}
