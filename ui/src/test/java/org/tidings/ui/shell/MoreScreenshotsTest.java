package org.tidings.ui.shell;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tidings.feed.SomeFeed;
import org.tidings.feed.content.ChannelSubscription;
import org.tidings.feed.content.Post;
import org.tidings.feed.content.Vote;
import org.tidings.feed.local.Bookmarks.Bookmark;
import org.tidings.ui.Fx;
import org.tidings.ui.common.FxThread;
import org.tidings.ui.navigation.Place;
import org.tidings.ui.theme.ThemeChoice;
import org.tidings.ui.workspace.SomeCircle;
import org.tidings.ui.workspace.TestWorkspace;

/// Reactions, bookmarks, channels and what is muted.
@Tag("screenshots")
class MoreScreenshotsTest {
  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(
      value = ThemeChoice.class,
      names = {"LIGHT", "DARK"})
  void reactionsBookmarksChannels(ThemeChoice theme) throws Exception {
    try (TestWorkspace test = new TestWorkspace(folder, FxThread::run)) {
      DrawnWindow window = Fx.get(() -> new DrawnWindow(test, theme));
      window.draw("bookmarks-empty", new Place.Bookmarks());
      window.draw("channels-empty", new Place.Channels());
      SomeCircle circle = SomeCircle.in(test);
      double now = test.temp().clock().millis();
      circle.longName.write(new Vote(circle.harbour(), 1, Optional.of("🌊")).toJson(), now);
      circle.jonas.write(new Vote(circle.harbour(), 1, Optional.of("🌊")).toJson(), now);
      circle.amira.write(new Vote(circle.harbour(), 1, Optional.of("🎉")).toJson(), now);
      circle.kenji.write(new Vote(circle.harbour(), 1, Optional.of("Yup")).toJson(), now);
      circle.mara.write(Post.root("On #sailing and #boats").toJson(), now);
      circle.jonas.write(Post.root("Also about #sailing, and #gardening").toJson(), now);
      circle.jonas.write(new ChannelSubscription("sailing", true).toJson(), now);
      test.receive(circle.mara, circle.jonas, circle.amira, circle.kenji, circle.longName);
      var feeds = test.workspace().feeds();
      feeds.publisher().publish(new ChannelSubscription("gardening", true).toJson());
      feeds.bookmarks().add(new Bookmark(circle.harbour(), 2, ""));
      feeds.bookmarks().add(new Bookmark(SomeFeed.of("nobody").post("not here").id(), 1, ""));
      window.draw("thread-reactions", new Place.InThread(circle.harbour()));
      window.draw("reactions", new Place.Reactions(circle.harbour()));
      window.draw("bookmarks", new Place.Bookmarks());
      window.draw("channels", new Place.Channels());
      feeds.mutes().mute(circle.jonas.id());
      window.rest();
      window.draw("thread-muted", new Place.InThread(circle.harbour()));
      window.draw("profile-muted", new Place.Profile(circle.jonas.id()));
      window.zoom(theme, 200);
      window.resize(960, 640);
      window.draw("thread-reactions-large", new Place.InThread(circle.harbour()));
      window.draw("profile-muted-large", new Place.Profile(circle.jonas.id()));
      window.close();
    }
  }
}
