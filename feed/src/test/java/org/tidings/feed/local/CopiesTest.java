package org.tidings.feed.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tidings.feed.OnFreshFeeds;
import org.tidings.feed.SomeFeed;
import org.tidings.feed.content.Post;
import org.tidings.feed.log.PublishRefused;
import org.tidings.feed.message.Sequence;
import org.tidings.feed.ref.FeedId;

class CopiesTest extends OnFreshFeeds {

  private static final FeedId ANN = SomeFeed.of("ann").id();
  private static final FeedId BOB = SomeFeed.of("bob").id();
  private static final FeedId CLEO = SomeFeed.of("cleo").id();

  @BeforeEach
  void writeFivePosts() throws PublishRefused {
    for (int i = 1; i <= 5; i++) {
      post();
    }
  }

  private void post() throws PublishRefused {
    feeds.publisher().publish(Post.root("hello").toJson());
  }

  private Delivery of(long sequence) {
    return feeds.copies().of(new Sequence(sequence));
  }

  private void send(FeedId peer, long sequence) {
    feeds.copies().sent(peer, new Sequence(sequence));
  }

  @Test
  void whatAPeerSaysToHaveItHolds() {
    feeds.copies().told(ANN, 2, true);

    assertThat(of(1).holders()).containsExactly(ANN);
    assertThat(of(2).holders()).containsExactly(ANN);
    assertThat(of(3).holders()).isEmpty();
  }

  @Test
  void whoSaysToHaveMoreThanThereIsDoesNotHoldWhatIsWrittenLater() throws PublishRefused {
    feeds.copies().told(ANN, (1 << 30) - 1, true);
    post();

    assertThat(of(5).holders()).containsExactly(ANN);
    assertThat(of(6).holders()).isEmpty();
    feeds.copies().told(ANN, 6, true);
    assertThat(of(6).holders()).containsExactly(ANN);
  }

  @Test
  void whatWasNotedOfMoreThanThereIsDoesNotCountForWhatIsWrittenLater() throws PublishRefused {
    feeds.copies().told(ANN, 5, true);
    feeds.copies().save();
    temp.change("UPDATE copies SET told = 1073741823, sent = 1073741823");
    feeds.peerMemory().saveClock(BOB, Map.of(feeds.identity().id(), 2147483646L));
    reopen();
    post();

    assertThat(of(5).holders()).containsExactlyInAnyOrder(ANN, BOB);
    assertThat(of(6).holders()).isEmpty();
    assertThat(of(6).sentTo()).isEmpty();
    feeds.copies().save();
    reopen();
    assertThat(of(6).holders()).isEmpty();
    assertThat(of(6).sentTo()).isEmpty();
  }

  @Test
  void whatOfOursComesBackIsHeldByWhoStillSaysSo() throws PublishRefused {
    feeds.copies().told(ANN, 6, true);
    feeds.copies().told(BOB, 6, true);
    post();
    feeds.copies().toldAsBefore(ANN);

    assertThat(of(6).holders()).containsExactly(ANN);
  }

  @Test
  void whatWasSentIsNotYetSaidToBeThere() {
    feeds.copies().told(ANN, 1, true);
    send(ANN, 2);

    assertThat(of(2).holders()).isEmpty();
    assertThat(of(2).sentTo()).containsExactly(ANN);

    feeds.copies().told(ANN, 2, false);
    assertThat(of(2).holders()).containsExactly(ANN);
    assertThat(of(2).sentTo()).isEmpty();
  }

  @Test
  void whatWasSentHasLeftOnceItHasComeThere() {
    Instant sent = temp.clock().instant();
    send(ANN, 1);
    send(ANN, 2);
    temp.clock().advance(Duration.ofHours(1));
    assertThat(of(1).lastLeft()).isEmpty();
    feeds.copies().arrived(ANN, 1);

    assertThat(of(1).lastLeft()).contains(sent);
    assertThat(of(2).lastLeft()).isEmpty();
    feeds.copies().told(ANN, 2, true);
    assertThat(of(2).lastLeft()).contains(sent);
  }

  @Test
  void whatCameThereLateButWasSentBeforeIsNotWhenItLastLeft() {
    send(ANN, 1);
    temp.clock().advance(Duration.ofHours(1));
    Instant last = temp.clock().instant();
    send(BOB, 1);
    feeds.copies().arrived(BOB, 1);
    feeds.copies().save();
    feeds.copies().arrived(ANN, 1);

    assertThat(of(1).lastLeft()).contains(last);
    feeds.copies().save();
    assertThat(of(1).lastLeft()).contains(last);
  }

  @Test
  void whatNeverCameThereHasNotLeft() {
    send(ANN, 2);
    feeds.copies().told(ANN, 1, true);
    feeds.copies().told(ANN, 2, true);
    feeds.copies().save();

    assertThat(of(2).holders()).containsExactly(ANN);
    assertThat(of(2).lastLeft()).as("it came from somebody else").isEmpty();
  }

  @Test
  void aNoteThatCrossedWhatWasSentDoesNotTakeItBack() {
    feeds.copies().told(ANN, 0, true);
    send(ANN, 5);
    feeds.copies().told(ANN, 3, false);

    assertThat(of(5).sentTo()).containsExactly(ANN);
  }

  @Test
  void aPeerThatLostItsDiskHoldsNothingAnyMore() {
    send(ANN, 5);
    feeds.copies().told(ANN, 5, false);
    feeds.copies().told(ANN, 0, true);

    assertThat(of(1).holders()).isEmpty();
    assertThat(of(1).sentTo()).isEmpty();
  }

  @Test
  void allOfItIsThereAfterARestart() {
    feeds.copies().told(ANN, 2, true);
    send(BOB, 3);
    feeds.copies().save();
    feeds.copies().arrived(BOB, 3);
    feeds.copies().save();
    reopen();

    assertThat(of(2).holders()).containsExactly(ANN);
    assertThat(of(3).sentTo()).containsExactly(BOB);
    assertThat(of(3).lastLeft()).contains(temp.clock().instant());
  }

  @Test
  void clocksOfPeersCountUntilTheySaySomethingElse() {
    FeedId us = feeds.identity().id();
    feeds.peerMemory().saveClock(ANN, Map.of(us, 8L, BOB, 2L));
    feeds.peerMemory().saveClock(BOB, Map.of(us, -1L));
    feeds.peerMemory().saveClock(CLEO, Map.of(us, 8L));
    feeds.copies().told(CLEO, 1, true);
    feeds.copies().save();
    reopen();

    assertThat(of(4).holders()).containsExactly(ANN);
    assertThat(of(1).holders()).containsExactlyInAnyOrder(ANN, CLEO);
  }
}
