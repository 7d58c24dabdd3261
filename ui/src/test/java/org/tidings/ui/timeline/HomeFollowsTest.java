package org.tidings.ui.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tidings.feed.SomeFeed;
import org.tidings.feed.content.Contact;
import org.tidings.feed.index.Byline;
import org.tidings.feed.json.JsonObject;
import org.tidings.feed.log.PublishRefused;
import org.tidings.feed.ref.FeedId;

/// What home tells of whom people begin to follow.
class HomeFollowsTest extends OpenHome {
  private static final FeedId ADA = SomeFeed.of("Ada").id();
  private static final FeedId BO = SomeFeed.of("Bo").id();

  private List<List<FeedId>> followed(HomeViewModel home) {
    return home.follows().stream()
        .map(news -> news.whom().stream().map(Byline::id).toList())
        .toList();
  }

  /// Home, which is full, where Mara has just followed Ada; then Jonas, whom we follow, is heard to
  /// have followed Bo, so long ago.
  private HomeViewModel whereBoIsFollowed(Duration ago) throws PublishRefused {
    double now = test.temp().clock().millis();
    posts(PAGE);
    mara.write(contact(ADA), now);
    test.receive(mara);
    HomeViewModel home = open();
    screen.until(() -> followed(home).equals(List.of(List.of(ADA))));
    SomeFeed jonas = SomeFeed.of("Jonas");
    publish(Contact.follow(jonas.id()));
    jonas.write(contact(BO), now - ago.toMillis());
    test.receive(jonas);
    return home;
  }

  private static JsonObject contact(FeedId other) {
    return Contact.follow(other).toJson();
  }

  @Test
  void whomThoseWeFollowFollowOfLateIsTold() {
    double now = test.temp().clock().millis();
    mara.write(contact(SomeFeed.of("long known").id()), now - Duration.ofDays(90).toMillis());
    mara.write(contact(ADA), now);
    test.receive(mara);
    HomeViewModel home = open();
    screen.until(() -> followed(home).equals(List.of(List.of(ADA))));
  }

  @Test
  void newFollowsWaitUntilTheyAreAskedForButGoAtOnce() throws PublishRefused {
    HomeViewModel home = whereBoIsFollowed(Duration.ZERO);
    mara.name(mara.id(), "Mara of the sea");
    test.receive(mara);
    screen.until(() -> home.follows().getFirst().by().getFirst().name().equals("Mara of the sea"));
    assertThat(followed(home)).containsExactly(List.of(ADA));
    screen.until(() -> home.newerProperty().get() == 1);
    assertThat(home.newerFollowsProperty().get()).isEqualTo(1);
    home.showNewer();
    screen.until(() -> followed(home).size() == 2 && home.newerProperty().get() == 0);
    publish(Contact.block(BO));
    screen.until(() -> followed(home).equals(List.of(List.of(ADA))));
  }

  @Test
  void aFollowThatComesLateWaitsAndIsTakenInWhereItBelongs() throws PublishRefused {
    HomeViewModel home = whereBoIsFollowed(Duration.ofDays(1));
    screen.until(() -> home.newerFollowsProperty().get() == 1);
    assertThat(followed(home)).containsExactly(List.of(ADA));
    home.showNewer();
    screen.until(() -> home.newerProperty().get() == 0);
    assertThat(followed(home)).containsExactly(List.of(ADA), List.of(BO));
  }

  @Test
  void aNewFollowIsTakenInAtOnceWhereItMovesNothing() {
    posts(3);
    HomeViewModel home = open();
    mara.write(contact(ADA), (double) test.temp().clock().millis());
    test.receive(mara);
    screen.until(() -> followed(home).equals(List.of(List.of(ADA))));
    assertThat(home.newerProperty().get()).isZero();
  }
}
