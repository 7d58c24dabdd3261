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
    signs.came();
    signs.listens(at(20));
    assertThat(isQuiet(32)).isFalse();
    assertThat(isQuiet(51)).isTrue();
  }

  @Test
  void whileWeDoNotListenItIsNotOnThePeer() {
    signs.listens(at(1));
    signs.came();
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
    signs.came();
    assertThat(isOwedAnswer(600)).isFalse();
  }

  @Test
  void nothingIsOwedForWhatEndsACall() {
    signs.writes(at(10), false);
    signs.written(at(10));
    assertThat(isOwedAnswer(600)).isFalse();
  }
}
