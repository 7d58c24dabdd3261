package org.tidings.feed.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.tidings.crypto.key.SomeKeys;
import org.tidings.feed.log.GateState.Reason;
import org.tidings.feed.ref.FeedId;

class GateRulesTest {

  private static final FeedId ANN = peer("ann");
  private static final FeedId BOB = peer("bob");
  private static final FeedId CLEO = peer("cleo");
  private static final long HEAD = 10;

  private Instant now = Instant.EPOCH;

  private static FeedId peer(String name) {
    return FeedId.of(SomeKeys.of(name).publicKey());
  }

  private GateRules heldFor(Reason reason) {
    return new GateRules(Optional.of(reason), now);
  }

  private GateRules open() {
    return new GateRules(Optional.empty(), now);
  }

  private void pass(Duration time) {
    now = now.plus(time);
  }

  private Optional<Reason> state(GateRules rules, int knownPeers) {
    return rules.heldBy(HEAD, knownPeers, now);
  }

  /// A peer we know tells how far it holds our feed.
  private static void noted(GateRules rules, FeedId peer, long sequence, long head, Instant at) {
    rules.heard(peer, sequence, at);
    rules.told(peer, sequence);
    if (sequence > head) {
      rules.claimed(peer, true, sequence, at);
    }
  }

  @Nested
  class AHold {

    @Test
    void endsAfterAMinuteWithoutNewsFromThreePeers() {
      GateRules rules = heldFor(Reason.RESTORED);
      noted(rules, ANN, 10, HEAD, now);
      noted(rules, BOB, 3, HEAD, now);
      noted(rules, CLEO, 0, HEAD, now);
      pass(GateRules.QUIET.minusMillis(1));
      assertThat(state(rules, 7)).contains(Reason.RESTORED);
      pass(Duration.ofMillis(1));
      assertThat(state(rules, 7)).isEmpty();
    }

    @Test
    void lastsWhileFewerThanThreeOfManyPeersWereHeard() {
      GateRules rules = heldFor(Reason.RESTORED);
      noted(rules, ANN, 10, HEAD, now);
      noted(rules, BOB, 10, HEAD, now);
      noted(rules, BOB, 10, HEAD, now);
      pass(Duration.ofDays(1));
      assertThat(state(rules, 7)).contains(Reason.RESTORED);
    }

    @Test
    void needsNoMorePeersThanAreKnown() {
      GateRules rules = heldFor(Reason.COPIED);
      noted(rules, ANN, 10, HEAD, now);
      pass(GateRules.QUIET);
      assertThat(state(rules, 1)).isEmpty();
    }

    @Test
    void lastsWhileThePeerHeardHoldsMoreThanWeDo() {
      GateRules rules = heldFor(Reason.RESTORED);
      noted(rules, ANN, 12, HEAD, now);
      pass(Duration.ofDays(1));
      assertThat(state(rules, 1)).contains(Reason.RESTORED);
      assertThat(rules.heldBy(12, 1, now)).isEmpty();
    }

    @Test
    void lastsWhenNobodyWasHeardThoughNobodyIsKnown() {
      GateRules rules = heldFor(Reason.RESTORED);
      pass(Duration.ofDays(1));
      assertThat(state(rules, 0)).contains(Reason.RESTORED);
    }

    @Test
    void startsItsMinuteAgainWithEveryMessageOfOurs() {
      GateRules rules = heldFor(Reason.RESTORED);
      noted(rules, ANN, 10, HEAD, now);
      pass(GateRules.QUIET.minusSeconds(1));
      rules.news(new Origin.FromPeer(ANN), now);
      pass(GateRules.QUIET.minusSeconds(1));
      assertThat(state(rules, 1)).contains(Reason.RESTORED);
      pass(Duration.ofSeconds(1));
      assertThat(state(rules, 1)).isEmpty();
    }

    @Test
    void startsItsMinuteAgainWithALatePeer() {
      GateRules rules = heldFor(Reason.RESTORED);
      pass(GateRules.QUIET);
      noted(rules, ANN, 10, HEAD, now);
      assertThat(state(rules, 1)).contains(Reason.RESTORED);
    }

    @Test
    void endsWhenThePersonSaysSo() {
      GateRules rules = heldFor(Reason.COPIED);
      rules.override();
      assertThat(state(rules, 3)).isEmpty();
    }
  }

  @Nested
  class AFork {

    @Test
    void neverEndsByItselfOrByThePerson() {
      GateRules rules = heldFor(Reason.FORKED);
      noted(rules, ANN, 10, HEAD, now);
      rules.override();
      pass(Duration.ofDays(1));
      assertThat(state(rules, 1)).contains(Reason.FORKED);
    }

    @Test
    void outweighsEveryOtherReason() {
      GateRules rules = heldFor(Reason.FORKED);
      rules.hold(Reason.KEY_IN_USE, now);
      assertThat(state(rules, 1)).contains(Reason.FORKED);
    }
  }

  @Nested
  class AClaim {

    @Test
    void holdsAndLapsesWhenNoMessageFollows() {
      GateRules rules = open();
      noted(rules, ANN, 12, HEAD, now);
      assertThat(state(rules, 1)).contains(Reason.BEHIND);
      pass(GateRules.CLAIM);
      assertThat(state(rules, 1)).isEmpty();
    }

    @Test
    void holdsOnWhileItsMessagesKeepComing() {
      GateRules rules = open();
      noted(rules, ANN, 30, HEAD, now);
      pass(GateRules.CLAIM.minusSeconds(1));
      rules.news(new Origin.FromPeer(ANN), now);
      pass(GateRules.CLAIM.minusSeconds(1));
      assertThat(rules.heldBy(11, 1, now)).contains(Reason.BEHIND);
    }

    @Test
    void ofWhichSomeCameBecomesAHold() {
      GateRules rules = open();
      noted(rules, ANN, 30, HEAD, now);
      rules.news(new Origin.FromPeer(ANN), now);
      pass(GateRules.CLAIM);
      assertThat(rules.heldBy(11, 1, now)).contains(Reason.BEHIND);
      pass(Duration.ofDays(1));
      assertThat(rules.heldBy(11, 1, now)).contains(Reason.BEHIND);
    }

    @Test
    void isNotProvenByWhatAnotherSends() {
      GateRules rules = open();
      noted(rules, ANN, 30, HEAD, now);
      rules.news(new Origin.FromPeer(BOB), now);
      pass(GateRules.CLAIM);
      assertThat(rules.heldBy(11, 1, now)).isEmpty();
    }

    @Test
    void endsWhenItsMessagesAreHere() {
      GateRules rules = open();
      noted(rules, ANN, 12, HEAD, now);
      assertThat(rules.heldBy(12, 1, now)).isEmpty();
    }

    @Test
    void withinWhatWeHoldIsNone() {
      GateRules rules = open();
      noted(rules, ANN, HEAD, HEAD, now);
      assertThat(state(rules, 1)).isEmpty();
    }

    @Test
    void isIgnoredFromAPeerWhoseClaimsCameToNothingThreeTimes() {
      GateRules rules = open();
      for (int i = 1; i <= 3; i++) {
        noted(rules, ANN, HEAD + i, HEAD, now);
        assertThat(state(rules, 1)).contains(Reason.BEHIND);
        pass(GateRules.CLAIM);
        assertThat(state(rules, 1)).isEmpty();
      }
      noted(rules, ANN, HEAD + 9, HEAD, now);
      assertThat(state(rules, 1)).isEmpty();
      noted(rules, BOB, HEAD + 9, HEAD, now);
      assertThat(state(rules, 1)).contains(Reason.BEHIND);
    }

    @Test
    void getsNoYoungerByHigherNumbers() {
      GateRules rules = open();
      noted(rules, ANN, 12, HEAD, now);
      pass(GateRules.CLAIM.minusSeconds(1));
      noted(rules, ANN, 13, HEAD, now);
      pass(Duration.ofSeconds(1));
      assertThat(state(rules, 1)).isEmpty();
    }

    @Test
    void ofStrangersIsBelievedThreeTimesAnHourHoweverManyTheyAre() {
      GateRules rules = open();
      long held = 0;
      for (int second = 0; second < 3_600; second++) {
        rules.claimed(peer("stranger " + second), false, HEAD + 1, now);
        held += state(rules, 1).isPresent() ? 1 : 0;
        pass(Duration.ofSeconds(1));
      }
      assertThat(held).isLessThanOrEqualTo(3 * GateRules.CLAIM.toSeconds());
    }

    @Test
    void ofSomebodyWeKnowIsBelievedThoughStrangersLied() {
      GateRules rules = open();
      for (int i = 0; i < 9; i++) {
        rules.claimed(peer("stranger " + i), false, HEAD + 1, now);
      }
      pass(GateRules.CLAIM);
      assertThat(state(rules, 1)).isEmpty();
      noted(rules, ANN, 12, HEAD, now);
      assertThat(state(rules, 1)).contains(Reason.BEHIND);
    }

    @Test
    void keepsALongerHoldFromEnding() {
      GateRules rules = heldFor(Reason.RESTORED);
      noted(rules, ANN, 10, HEAD, now);
      pass(GateRules.QUIET);
      noted(rules, BOB, 12, HEAD, now);
      assertThat(state(rules, 1)).contains(Reason.RESTORED);
    }
  }
}
