package org.tidings.ui.shell;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tidings.feed.SomeFeed;
import org.tidings.feed.content.ChannelSubscription;
import org.tidings.feed.content.Contact;
import org.tidings.feed.content.Post;
import org.tidings.feed.index.TimelineFilter;
import org.tidings.feed.ref.MessageId;
import org.tidings.ui.Fx;
import org.tidings.ui.common.FxThread;
import org.tidings.ui.common.Language;
import org.tidings.ui.common.Texts;
import org.tidings.ui.navigation.Place;
import org.tidings.ui.theme.ThemeChoice;
import org.tidings.ui.workspace.SomeCircle;
import org.tidings.ui.workspace.TestWorkspace;

/// Draws every screen into `target/screenshots`, for people to look at:
/// `mvn -pl ui -am test -Pscreenshots`.
@Tag("screenshots")
class ScreenshotsTest {
  private static final int SMALLEST_WIDTH = 960;
  private static final int SMALLEST_HEIGHT = 640;

  private static final List<TimelineFilter> FILTERS =
      List.of(
          TimelineFilter.FOLLOWING,
          TimelineFilter.FRIENDS,
          TimelineFilter.CHANNELS,
          TimelineFilter.IN_REACH);

  private static final String WRITTEN =
      """
      # Low water 🌊

      Walked out to the **old wreck** at low water. It is three years since it last showed, and \
      the *whole* bow came out:

      - oak, black as coal
      - a bronze bolt
      - 👩‍🚀 footprints of somebody who was there before us

      > The sea gives back what it likes.

      #saltwater https://example.org/wreck\
      """;

  private static final String WRITTEN_LONG = "All of it, once more. ".repeat(400);
  private static final String WRITTEN_ARABIC =
      "صباح الخير! ترجمتُ اليوم قصيدة قصيرة عن البحر، وسأشاركها معكم مساءً. 🌊\n"
          + "And in Latin, too. ❤️";

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(
      value = ThemeChoice.class,
      names = {"LIGHT", "DARK"})
  void amongFriends(ThemeChoice theme) throws Exception {
    try (TestWorkspace test = new TestWorkspace(folder, FxThread::run)) {
      SomeCircle circle = SomeCircle.in(test);
      test.goOnline();
      DrawnWindow window = Fx.get(() -> new DrawnWindow(test, theme));
      window.draw("home", new Place.Home());
      window.draw("thread", new Place.InThread(circle.harbour()));
      window.draw("profile", new Place.Profile(circle.mara.id()));
      window.press("Name for yourself…");
      window.draw("profile-petname", new Place.Profile(circle.mara.id()));
      window.press("Cancel");
      window.draw("profile-own", new Place.Profile(test.workspace().self()));
      window.press("Edit profile");
      window.draw("profile-edit", new Place.Profile(test.workspace().self()));
      window.press("Cancel");
      window.press("QR code");
      window.draw("profile-code", new Place.Profile(test.workspace().self()));
      window.draw("profile-emoji", new Place.Profile(circle.jonas.id()));
      window.draw("profile-arabic", new Place.Profile(circle.amira.id()));
      window.draw("profile-long", new Place.Profile(circle.longName.id()));
      window.press("Followers 5");
      window.draw("profile-followers", new Place.Profile(circle.longName.id()));
      window.draw("profile-unknown", new Place.Profile(SomeFeed.of("nobody").id()));
      window.press("Block");
      window.draw("profile-block", new Place.Profile(SomeFeed.of("nobody").id()));
      window.press("Cancel");
      SomeFeed distant = SomeFeed.of("distant");
      distant.name(distant.id(), "Distant Dan");
      distant.block(test.workspace().self());
      circle.kenji.name(distant.id(), "Dan from the hill");
      distant.post("Nobody hears me, and that is fine.");
      distant.reply("Hello harbour", circle.harbour(), circle.harbour());
      test.receive(distant, circle.kenji);
      window.draw("profile-distant", new Place.Profile(distant.id()));
      test.workspace().feeds().publisher().publish(Contact.block(distant.id()).toJson());
      window.draw("profile-blocked", new Place.Profile(distant.id()));
      window.draw("compose-empty", new Place.Compose());
      window.write(WRITTEN);
      window.draw("compose", new Place.Compose());
      window.press("Content warning");
      window.draw("compose-warning", new Place.Compose());
      window.press("Content warning");
      window.write(WRITTEN_LONG);
      window.draw("compose-long", new Place.Compose());
      window.write(WRITTEN_ARABIC);
      window.draw("compose-arabic", new Place.Compose());
      window.draw("thread-answering", new Place.InThread(circle.harbour(), true));
      window.write(WRITTEN);
      window.draw("thread-answered", new Place.InThread(circle.harbour(), true));
      window.press("Preview");
      window.draw("thread-preview", new Place.InThread(circle.harbour(), true));
      window.rest();
      window.draw("drafts", new Place.Drafts());
      window.zoom(theme, 200);
      window.draw("drafts-large", new Place.Drafts());
      window.draw("compose-large", new Place.Compose());
      window.draw("profile-large", new Place.Profile(circle.mara.id()));
      window.draw("thread-large", new Place.InThread(circle.harbour(), true));
      window.resize(SMALLEST_WIDTH, SMALLEST_HEIGHT);
      window.draw("settings-large", new Place.Settings());
      window.resize(DrawnWindow.WIDTH, DrawnWindow.HEIGHT);
      window.zoom(theme, 100);
      Fx.run(() -> test.workspace().notices().say(Texts.of("compose.posted")));
      window.draw("thread-posted", new Place.InThread(circle.harbour(), true));
      MessageId own =
          test.workspace()
              .feeds()
              .publisher()
              .publish(
                  Post.reply("I heard you come in.", circle.harbour(), List.of(circle.harbour()))
                      .toJson())
              .id();
      window.rest();
      window.draw("thread-own", new Place.InThread(own));
      window.draw("peers", new Place.Peers());
      window.draw("settings", new Place.Settings());
      SomeFeed wren = SomeFeed.of("wren");
      wren.post("First swallows over the ferry this morning. 🐦");
      wren.post("Does anybody have a **ladder** to lend? Ours is *two rungs* short.");
      test.workspace().feeds().publisher().publish(Contact.follow(wren.id()).toJson());
      test.workspace().feeds().early().take(Map.of(wren.id(), wren.values()));
      window.draw("home-arriving", new Place.Home());
      test.workspace().feeds().gate().keyInUseElsewhere();
      window.rest();
      window.draw("profile-held", new Place.Profile(circle.mara.id()));
      window.close();
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = ThemeChoice.class,
      names = {"LIGHT", "DARK"})
  void homeByWhoseThreads(ThemeChoice theme) throws Exception {
    try (TestWorkspace test = new TestWorkspace(folder, FxThread::run)) {
      drawHome(test, theme, "");
    }
  }

  @Test
  void homeFromRightToLeft() throws Exception {
    Texts.speak(Language.ARABIC);
    try (TestWorkspace test = new TestWorkspace(folder, FxThread::run)) {
      drawHome(test, ThemeChoice.LIGHT, "-arabic");
    } finally {
      Texts.speak(Language.ENGLISH);
    }
  }

  private static void drawHome(TestWorkspace test, ThemeChoice theme, String ending)
      throws Exception {
    DrawnWindow window = Fx.get(() -> new DrawnWindow(test, theme));
    for (TimelineFilter filter : FILTERS) {
      choose(test, filter);
      window.rest();
      window.draw("empty-home-" + filter.name().toLowerCase(Locale.ROOT) + ending);
    }
    choose(test, TimelineFilter.FOLLOWING);
    var publisher = test.workspace().feeds().publisher();
    publisher.publish(Post.root("Is anybody here? 👋").toJson());
    window.rest();
    window.draw("home-alone" + ending);
    large(window, theme);
    window.draw("home-alone-large" + ending);
    usual(window, theme);
    SomeCircle circle = SomeCircle.in(test);
    SomeFeed farAway = SomeFeed.of("far away");
    double now = test.temp().clock().millis();
    farAway.write(Post.root("Anybody for #rowing at dawn?").toJson(), now);
    circle.mara.follow(farAway.id());
    test.receive(circle.mara, farAway);
    publisher.publish(new ChannelSubscription("rowing", true).toJson());
    for (TimelineFilter filter : FILTERS) {
      choose(test, filter);
      window.rest();
      window.draw("home-" + filter.name().toLowerCase(Locale.ROOT) + ending);
    }
    large(window, theme);
    window.draw("home-in_reach-large" + ending);
    window.close();
  }

  private static void choose(TestWorkspace test, TimelineFilter filter) {
    Fx.run(() -> test.workspace().environment().preferences().change(set -> set.withHome(filter)));
  }

  private static void large(DrawnWindow window, ThemeChoice theme) {
    window.zoom(theme, 200);
    window.resize(SMALLEST_WIDTH, SMALLEST_HEIGHT);
    window.rest();
  }

  private static void usual(DrawnWindow window, ThemeChoice theme) {
    window.zoom(theme, 100);
    window.resize(DrawnWindow.WIDTH, DrawnWindow.HEIGHT);
  }

  @ParameterizedTest
  @EnumSource(
      value = ThemeChoice.class,
      names = {"LIGHT", "DARK"})
  void alone(ThemeChoice theme) throws IOException {
    try (TestWorkspace test = new TestWorkspace(folder, FxThread::run)) {
      test.goOnline();
      DrawnWindow window = Fx.get(() -> new DrawnWindow(test, theme));
      window.draw("empty-home", new Place.Home());
      window.draw("empty-peers-first", new Place.Peers());
      large(window, theme);
      window.draw("empty-home-large", new Place.Home());
      window.draw("empty-peers-first-large", new Place.Peers());
      usual(window, theme);
      window.draw("empty-drafts", new Place.Drafts());
      window.draw("empty-compose", new Place.Compose());
      test.workspace().feeds().gate().keyInUseElsewhere();
      window.rest();
      window.draw("compose-held", new Place.Compose());
      window.draw("empty-profile-own", new Place.Profile(test.workspace().self()));
      window.draw("empty-peers", new Place.Peers());
      window.close();
    }
  }
}
