package org.tidings.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tidings.feed.SomeFeed;
import org.tidings.feed.content.ChannelSubscription;
import org.tidings.feed.content.Post;
import org.tidings.feed.index.TimelineFilter;
import org.tidings.feed.log.PublishRefused;
import org.tidings.ui.navigation.Place;
import org.tidings.ui.workspace.Preferences;

/// What a person does who wants to see less at home, or more.
@Tag("journey")
class HomeFiltersJourneyTest extends OnSomeCircle {
  private final SomeFeed farAway = SomeFeed.of("far away");

  @BeforeEach
  void someoneFurtherAwayWrites() {
    circle.mara.follow(farAway.id());
    double now = (double) window.test().temp().clock().millis();
    farAway.write(Post.root("Anybody for #rowing at dawn?").toJson(), now);
    window.test().receive(circle.mara, farAway);
    window.reads("Three ways to keep a castle warm");
  }

  private TimelineFilter kept() {
    Preferences preferences = window.test().workspace().environment().preferences();
    return preferences.settings().home();
  }

  @Test
  void friendsAreWhoFollowsBack() {
    window.click("home-friends");
    window.readsNoMore("Three ways to keep a castle warm");
    window.reads("forty saplings");
    assertThat(kept()).isEqualTo(TimelineFilter.FRIENDS);
  }

  @Test
  void whoIsInReachShowsWhenAskedFor() {
    window.readsNoMore("at dawn?");
    window.click("home-in_reach");
    window.reads("at dawn?");
    window.click("home-following");
    window.readsNoMore("at dawn?");
  }

  @Test
  void channelsShowWhatIsSaidInThemOnceOneIsSubscribedTo() throws PublishRefused {
    window.click("home-channels");
    window.reads("No channels yet");
    window.click("Look at channels");
    assertThat(window.place()).isEqualTo(new Place.Channels());
    window.press(KeyCode.ALT, KeyCode.LEFT);
    window.reads("No channels yet");
    window
        .test()
        .workspace()
        .feeds()
        .publisher()
        .publish(new ChannelSubscription("rowing", true).toJson());
    window.reads("at dawn?");
  }
}
