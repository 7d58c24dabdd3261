package org.tidings.replication.muxrpc;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class LifeSignsTest {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final LifeSigns signs = new LifeSigns(0);

  private static long at(double seconds) {
    return (long) (seconds * 1e9);
  }

  private boolean isQuiet(double seconds) {
    return signs.isQuiet(at(seconds), PATIENCE);
  }

  private boolean isOwedAnswer(double seconds) {
    return signs.isOwedAnswer(at(seconds), PATIENCE);
  }

  @Test
  void aLineIsQuietWhereNothingComesForLong() {
    signs.listens(at(1));
    assertThat(isQuiet(30)).isFalse();
    assertThat(isQuiet(32)).isTrue();
  }

  @Test
  void aPartOfAFrameIsASign() {
    signs.listens(at(1));
    signs.came(at(19));
    signs.listens(at(20));
    assertThat(isQuiet(32)).isFalse();
    assertThat(isQuiet(51)).isTrue();
  }

  @Test
  void whileWeDoNotListenItIsNotOnThePeer() {
    signs.listens(at(1));
    signs.came(at(2));
    assertThat(isQuiet(600)).isFalse();
  }

  @Test
  void whoTakesInWhatWeSendIsThere() {
    signs.listens(at(1));
    signs.writes(at(20), true);
    signs.written(at(25));
    assertThat(isQuiet(50)).isFalse();
    assertThat(isQuiet(56)).isTrue();
  }

  @Test
  void whatIsWrittenAtOnceShowsNothing() {
    signs.listens(at(1));
    signs.writes(at(20), true);
    signs.written(at(20.001));
    assertThat(isQuiet(32)).isTrue();
  }

  @Test
  void whoTakesInAPartOfWhatWeSendIsNotGivenUp() {
    signs.writes(at(0), true);
    signs.goesOn(at(25));
    assertThat(signs.isUnread(at(50), PATIENCE)).isFalse();
    assertThat(signs.isUnread(at(56), PATIENCE)).isTrue();
  }

  @Test
  void aPartThatIsTakenAfterAWaitIsASign() {
    signs.listens(at(1));
    signs.writes(at(20), true);
    signs.goesOn(at(25));
    assertThat(isQuiet(50)).isFalse();
    assertThat(isQuiet(56)).isTrue();
  }

  @Test
  void anAnswerIsOwedSinceTheFirstThingThatWasSent() {
    signs.listens(at(0));
    signs.writes(at(10), true);
    signs.written(at(10));
    signs.writes(at(35), true);
    signs.written(at(35));
    assertThat(isOwedAnswer(40)).isFalse();
    assertThat(isOwedAnswer(41)).isTrue();
    signs.came(at(42));
    assertThat(isOwedAnswer(600)).isFalse();
  }

  @Test
  void nothingIsOwedForWhatEndsACall() {
    signs.writes(at(10), false);
    signs.written(at(10));
    assertThat(isOwedAnswer(600)).isFalse();
  }

  @Test
  void whatIsReadAtOnceMayHaveBeenHereAllTheTime() {
    signs.listens(at(1));
    signs.came(at(9));
    long then = signs.waited();
    for (double second = 10; second < 11; second += 0.1) {
      signs.listens(at(second));
      signs.came(at(second + 0.001));
    }
    assertThat(signs.hasShownSince(then)).isFalse();
  }

  @Test
  void whatComesAfterAWaitHasJustBeenSentHoweverShortEachOfThemIs() {
    signs.listens(at(1));
    long then = signs.waited();
    assertThat(signs.hasShownSince(then)).isFalse();
    signs.came(at(1.02));
    signs.listens(at(2));
    signs.came(at(2.02));
    signs.listens(at(3));
    signs.came(at(3.02));
    assertThat(signs.hasShownSince(then)).isTrue();
  }

  @Test
  void whatIsTakenInAfterAWaitShowsThatThePeerIsThere() {
    long then = signs.waited();
    signs.writes(at(1), true);
    signs.written(at(1.001));
    assertThat(signs.hasShownSince(then)).isFalse();
    signs.writes(at(2), true);
    signs.written(at(2.1));
    assertThat(signs.hasShownSince(then)).isTrue();
  }
}
