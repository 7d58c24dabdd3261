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
  private List<List<FeedId>> followed(HomeViewModel home) {
    return home.follows().stream()
        .map(news -> news.whom().stream().map(Byline::id).toList())
        .toList();
  }

  private static JsonObject contact(FeedId other) {
    return Contact.follow(other).toJson();
  }

  @Test
  void whomThoseWeFollowFollowOfLateIsTold() {
    FeedId ada = SomeFeed.of("Ada").id();
    double now = test.temp().clock().millis();
    mara.write(contact(SomeFeed.of("long known").id()), now - Duration.ofDays(90).toMillis());
    mara.write(contact(ada), now);
    test.receive(mara);
    HomeViewModel home = open();
    screen.until(() -> followed(home).equals(List.of(List.of(ada))));
  }

  @Test
  void newFollowsWaitUntilTheyAreAskedForButGoAtOnce() throws PublishRefused {
    FeedId ada = SomeFeed.of("Ada").id();
    FeedId bo = SomeFeed.of("Bo").id();
    double now = test.temp().clock().millis();
    posts(PAGE);
    mara.write(contact(ada), now);
    test.receive(mara);
    HomeViewModel home = open();
    screen.until(() -> followed(home).equals(List.of(List.of(ada))));
    SomeFeed jonas = SomeFeed.of("Jonas");
    publish(Contact.follow(jonas.id()));
    jonas.write(contact(bo), now);
    test.receive(jonas);
    mara.name(mara.id(), "Mara of the sea");
    test.receive(mara);
    screen.until(() -> home.follows().getFirst().by().getFirst().name().equals("Mara of the sea"));
    assertThat(followed(home)).containsExactly(List.of(ada));
    screen.until(() -> home.newerProperty().get() == 1);
    assertThat(home.newerFollowsProperty().get()).isEqualTo(1);
    home.showNewer();
    screen.until(() -> followed(home).size() == 2 && home.newerProperty().get() == 0);
    publish(Contact.block(bo));
    screen.until(() -> followed(home).equals(List.of(List.of(ada))));
  }

  @Test
  void aFollowThatComesLateWaitsAndIsTakenInWhereItBelongs() throws PublishRefused {
    FeedId ada = SomeFeed.of("Ada").id();
    FeedId bo = SomeFeed.of("Bo").id();
    double now = test.temp().clock().millis();
    posts(PAGE);
    mara.write(contact(ada), now);
    test.receive(mara);
    HomeViewModel home = open();
    screen.until(() -> followed(home).equals(List.of(List.of(ada))));
    SomeFeed jonas = SomeFeed.of("Jonas");
    publish(Contact.follow(jonas.id()));
    jonas.write(contact(bo), now - Duration.ofDays(1).toMillis());
    test.receive(jonas);
    screen.until(() -> home.newerFollowsProperty().get() == 1);
    assertThat(followed(home)).containsExactly(List.of(ada));
    home.showNewer();
    screen.until(() -> home.newerProperty().get() == 0);
    assertThat(followed(home)).containsExactly(List.of(ada), List.of(bo));
  }

  @Test
  void aNewFollowIsTakenInAtOnceWhereItMovesNothing() {
    FeedId ada = SomeFeed.of("Ada").id();
    posts(3);
    HomeViewModel home = open();
    mara.write(contact(ada), (double) test.temp().clock().millis());
    test.receive(mara);
    screen.until(() -> followed(home).equals(List.of(List.of(ada))));
    assertThat(home.newerProperty().get()).isZero();
  }
}
