package org.tidings.ui.shell;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tidings.feed.content.Post;
import org.tidings.feed.content.Vote;
import org.tidings.feed.ref.MessageId;
import org.tidings.ui.Fx;
import org.tidings.ui.common.FxThread;
import org.tidings.ui.navigation.Place;
import org.tidings.ui.theme.ThemeChoice;
import org.tidings.ui.workspace.SomeCircle;
import org.tidings.ui.workspace.TestWorkspace;

@Tag("screenshots")
class ActivityScreenshotsTest {
  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(
      value = ThemeChoice.class,
      names = {"LIGHT", "DARK"})
  void whatConcernsUs(ThemeChoice theme) throws Exception {
    try (TestWorkspace test = new TestWorkspace(folder, FxThread::run)) {
      DrawnWindow window = Fx.get(() -> new DrawnWindow(test, theme));
      window.draw("activity-empty", new Place.Activity());
      SomeCircle circle = SomeCircle.in(test);
      MessageId ours =
          test.workspace()
              .feeds()
              .publisher()
              .publish(Post.root("Low tide at six. Who comes to the **old wreck**? ⛵").toJson())
              .id();
      circle.mara.reply("See you at the pier, I bring the good torch", ours, ours);
      circle.amira.reply("أحضر الشاي والخبز معي إن شاء الله", ours, ours);
      circle.longName.reply("Would love to, but the castle. ".repeat(30), ours, ours);
      circle.kenji.write(
          Post.root("Shown to [@Lena](" + test.workspace().self() + "): 潮の写真 📷").toJson());
      circle.mara.vote(ours, 1);
      circle.jonas.write(new Vote(ours, 1, Optional.of("🌊")).toJson());
      test.receive(circle.mara, circle.amira, circle.longName, circle.kenji, circle.jonas);
      window.draw("activity-waiting", new Place.Home());
      window.draw("activity", new Place.Activity());
      window.zoom(theme, 200);
      window.resize(960, 640);
      window.draw("activity-large", new Place.Activity());
      window.close();
    }
  }
}
