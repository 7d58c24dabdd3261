package org.tidings.ui.shell;

import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tidings.feed.SomeFeed;
import org.tidings.feed.content.ChannelSubscription;
import org.tidings.feed.content.Post;
import org.tidings.ui.Fx;
import org.tidings.ui.common.FxThread;
import org.tidings.ui.navigation.Place;
import org.tidings.ui.theme.ThemeChoice;
import org.tidings.ui.workspace.SomeCircle;
import org.tidings.ui.workspace.TestWorkspace;

@Tag("screenshots")
class SearchScreenshotsTest {
  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(
      value = ThemeChoice.class,
      names = {"LIGHT", "DARK"})
  void findingThings(ThemeChoice theme) throws Exception {
    try (TestWorkspace test = new TestWorkspace(folder, FxThread::run)) {
      SomeCircle circle = SomeCircle.in(test);
      circle.mara.write(
          Post.root("Varnished the #boat today, and the old **harbour** smelt of it. #harbours")
              .toJson());
      circle.longName.post("مرحبا from the harbour 🏰 " + "and on and on ".repeat(60));
      circle.jonas.write(new ChannelSubscription("harbours", true).toJson());
      test.receive(circle.mara, circle.jonas, circle.longName);
      DrawnWindow window = Fx.get(() -> new DrawnWindow(test, theme));
      window.draw("channel", new Place.Channel("harbours"));
      window.draw("channel-empty", new Place.Channel("nothing-at-all"));
      window.press("Search");
      window.draw("search-commands", new Place.Home());
      window.search("h");
      window.draw("search-letter", new Place.Home());
      window.search("harb");
      window.draw("search", new Place.Home());
      window.search("max");
      window.draw("search-people", new Place.Home());
      window.search("xyzzy");
      window.draw("search-nothing", new Place.Home());
      window.search(SomeFeed.of("nobody").id().toString());
      window.draw("search-pasted", new Place.Home());
      window.search("&AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=.sha256");
      window.draw("search-unopenable", new Place.Home());
      window.zoom(theme, 200);
      window.resize(960, 640);
      window.search("harb");
      window.draw("search-large", new Place.Home());
      window.close();
    }
  }
}
