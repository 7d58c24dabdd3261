package org.tidings.ui.shell;

import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tidings.feed.message.Message;
import org.tidings.feed.ref.FeedId;
import org.tidings.ui.Fx;
import org.tidings.ui.common.FxThread;
import org.tidings.ui.navigation.Place;
import org.tidings.ui.theme.ThemeChoice;
import org.tidings.ui.workspace.Sealing;
import org.tidings.ui.workspace.SomeCircle;
import org.tidings.ui.workspace.TestWorkspace;

@Tag("screenshots")
class PrivateScreenshotsTest {
  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(
      value = ThemeChoice.class,
      names = {"LIGHT", "DARK"})
  void inPrivate(ThemeChoice theme) throws Exception {
    try (TestWorkspace test = new TestWorkspace(folder, FxThread::run)) {
      DrawnWindow window = Fx.get(() -> new DrawnWindow(test, theme));
      window.draw("private-empty", new Place.Private());
      SomeCircle circle = SomeCircle.in(test);
      FeedId self = test.workspace().self();
      Message first = Sealing.write(circle.mara, "Meet me at the **old wreck**? 🌊", self);
      Sealing.write(circle.mara, "And bring the torch.", self);
      Sealing.write(circle.jonas, "Three of us for the garden", self, circle.kenji.id());
      Sealing.write(
          circle.longName,
          "A long secret about a castle. ".repeat(20),
          self,
          circle.amira.id(),
          circle.mara.id());
      test.receive(circle.mara, circle.jonas, circle.longName);
      test.temp().settled();
      window.draw("private", new Place.Private());
      window.draw("conversation", new Place.Conversation(Set.of(circle.mara.id())));
      window.write("I will be there at six.");
      window.draw("conversation-writing", new Place.Conversation(Set.of(circle.mara.id())));
      window.draw("conversation-empty", new Place.Conversation(Set.of(circle.amira.id())));
      window.draw(
          "conversation-long",
          new Place.Conversation(
              Set.of(circle.longName.id(), circle.amira.id(), circle.mara.id())));
      window.draw("thread-private", new Place.InThread(first.id()));
      window.draw("private-new", new Place.NewConversation());
      window.rest();
      window.draw("private-new", new Place.NewConversation());
      window.zoom(theme, 200);
      window.resize(960, 640);
      window.draw("private-large", new Place.Private());
      window.draw("conversation-large", new Place.Conversation(Set.of(circle.mara.id())));
      window.close();
    }
  }
}
