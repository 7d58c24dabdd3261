package org.tidings.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tidings.feed.Feeds;
import org.tidings.feed.SomeFeed;
import org.tidings.feed.content.ChannelSubscription;
import org.tidings.feed.content.Post;
import org.tidings.feed.content.Vote;
import org.tidings.feed.local.Bookmarks.Bookmark;
import org.tidings.feed.log.PublishRefused;
import org.tidings.feed.ref.FeedId;
import org.tidings.feed.ref.MessageId;
import org.tidings.ui.Fx;
import org.tidings.ui.common.FxThread;
import org.tidings.ui.common.Language;
import org.tidings.ui.common.Texts;
import org.tidings.ui.navigation.Place;
import org.tidings.ui.theme.ThemeChoice;
import org.tidings.ui.workspace.Sealing;
import org.tidings.ui.workspace.SomeCircle;
import org.tidings.ui.workspace.TestWorkspace;

/// Draws every place there is, where nothing is and among friends.
@Tag("screenshots")
class EveryPlaceScreenshotsTest {
  @TempDir private Path folder;

  /// In which window, and in which language.
  enum Look {
    LIGHT(ThemeChoice.LIGHT, Language.ENGLISH, DrawnWindow.WIDTH, DrawnWindow.HEIGHT, 100),
    DARK(ThemeChoice.DARK, Language.ENGLISH, DrawnWindow.WIDTH, DrawnWindow.HEIGHT, 100),
    RIGHT_TO_LEFT(ThemeChoice.LIGHT, Language.ARABIC, DrawnWindow.WIDTH, DrawnWindow.HEIGHT, 100),
    LARGE(ThemeChoice.LIGHT, Language.GERMAN, 720, 640, 200),
    NARROW(ThemeChoice.LIGHT, Language.FRENCH, 720, 640, 100),
    WIDE(ThemeChoice.DARK, Language.ENGLISH, 1_920, 1_080, 100);

    private final ThemeChoice theme;
    private final Language language;
    private final int width;
    private final int height;
    private final int textPercent;

    Look(ThemeChoice theme, Language language, int width, int height, int textPercent) {
      this.theme = theme;
      this.language = language;
      this.width = width;
      this.height = height;
      this.textPercent = textPercent;
    }
  }

  @AfterEach
  void englishAgain() {
    Texts.speak(Language.ENGLISH);
  }

  @ParameterizedTest
  @EnumSource
  void everyPlace(Look look) throws Exception {
    Texts.speak(look.language);
    try (TestWorkspace test = new TestWorkspace(folder, FxThread::run)) {
      test.goOnline();
      DrawnWindow window = Fx.get(() -> new DrawnWindow(test, look.theme));
      window.zoom(look.theme, look.textPercent);
      window.resize(look.width, look.height);
      window.rest();
      draw(window, "alone", EveryPlace.alone(test), look);
      SomeCircle circle = SomeCircle.in(test);
      sayMore(circle, test);
      window.rest();
      draw(window, "among", EveryPlace.among(circle, test), look);
      assertThat(test.workspace().notices().problemProperty().get()).isEmpty();
      window.close();
    }
  }

  /// In private, in channels, about each other and about us.
  private static void sayMore(SomeCircle circle, TestWorkspace test) throws PublishRefused {
    FeedId self = test.workspace().self();
    double now = test.temp().clock().millis();
    Sealing.write(circle.mara, "Meet me at the **old wreck**? 🌊", self);
    Sealing.write(circle.mara, "And bring the torch.", self);
    Sealing.write(circle.jonas, "Three of us for the garden", self, circle.kenji.id());
    Sealing.write(circle.amira, "هل وصلتك القصيدة؟", self);
    circle.mara.write(
        Post.root("A new jib, and wind from the west. #sailing #boats").toJson(), now);
    circle.jonas.write(Post.root("Seedlings to give away #gardening").toJson(), now);
    circle.kenji.write(Post.root("[@Lena](" + self + ") 一緒に走りませんか？").toJson(), now);
    circle.jonas.write(new ChannelSubscription("sailing", true).toJson(), now);
    circle.longName.write(new Vote(circle.harbour(), 1, Optional.of("🌊")).toJson(), now);
    circle.amira.write(new Vote(circle.harbour(), 1, Optional.of("🎉")).toJson(), now);
    circle.kenji.write(new Vote(circle.harbour(), 1, Optional.of("Yup")).toJson(), now);
    MessageId nobodyHas = SomeFeed.of("nobody").post("not here").id();
    circle.jonas.reply("That is what I meant.", nobodyHas, nobodyHas);
    test.receive(circle.mara, circle.jonas, circle.amira, circle.kenji, circle.longName);
    Feeds feeds = test.workspace().feeds();
    feeds.publisher().publish(new ChannelSubscription("gardening", true).toJson());
    feeds
        .publisher()
        .publish(Post.reply("I saw you come in.", circle.harbour(), List.of()).toJson());
    feeds.bookmarks().add(new Bookmark(circle.harbour(), 2, ""));
    feeds.bookmarks().add(new Bookmark(nobodyHas, 1, ""));
    feeds.drafts().save("post", "What I saw on the way over");
    feeds.hiddenWords().add("election");
    feeds.strangers().called(SomeFeed.of("a stranger").id(), test.temp().clock().millis());
    test.temp().settled();
  }

  private static void draw(DrawnWindow window, String where, List<Place> places, Look look) {
    for (int i = 0; i < places.size(); i++) {
      String place = places.get(i).getClass().getSimpleName();
      String name = "every-%s-%s-%02d-%s".formatted(look, where, i, place);
      window.draw(name.toLowerCase(Locale.ROOT), places.get(i));
    }
  }
}
