package org.tidings.ui.shell;

import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tidings.feed.SomeFeed;
import org.tidings.feed.content.Post;
import org.tidings.ui.Fx;
import org.tidings.ui.common.FxThread;
import org.tidings.ui.navigation.Place;
import org.tidings.ui.theme.ThemeChoice;
import org.tidings.ui.workspace.SomeCircle;
import org.tidings.ui.workspace.TestWorkspace;

@Tag("screenshots")
class ExploreScreenshotsTest {
  private static final int LARGE = 200;

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(
      value = ThemeChoice.class,
      names = {"LIGHT", "DARK"})
  void exploring(ThemeChoice theme) throws Exception {
    try (TestWorkspace test = new TestWorkspace(folder, FxThread::run)) {
      DrawnWindow window = Fx.get(() -> new DrawnWindow(test, theme));
      window.draw("explore-empty", new Place.Explore());
      SomeCircle circle = SomeCircle.in(test);
      SomeFeed wren = SomeFeed.of("wren");
      SomeFeed otto = SomeFeed.of("otto");
      wren.name(wren.id(), "Wren of the ferry 🐦");
      otto.name(otto.id(), "أوتو");
      circle.mara.follow(wren.id());
      circle.jonas.follow(wren.id());
      circle.kenji.follow(wren.id());
      circle.longName.follow(otto.id());
      circle.mara.write(
          Post.root("Low tide #harbour").toJson(), (double) test.temp().clock().millis());
      test.receive(wren, otto, circle.mara, circle.jonas, circle.kenji, circle.longName);
      window.rest();
      window.draw("explore", new Place.Explore());
      window.zoom(theme, LARGE);
      window.draw("explore-large", new Place.Explore());
      window.close();
    }
  }
}
