package org.tidings.replication.ebt;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.tidings.feed.ref.FeedId;

/// What the vectors do not say: several peers at once, and changes of mind.
class EbtStateTest extends EbtPeople {
  private final EbtPeer me = new EbtPeer(ME, Map.of(FEED, 5L), Set.of(ME, FEED));

  @Nested
  class AFeedNobodyHadYet {
    private final FeedId young = id(8);

    @Test
    void isToldOnceToThoseWhoDidNotWantItWhenItBegins() {
      me.wanted.add(young);
      me.tell(new Event.ReachChanged(me.reach()));
      me.connect(ANNA);
      me.hears(ANNA, young, Note.UNWANTED);
      assertThat(me.on(new Event.Appended(young, 1)).notes(ANNA))
          .containsOnly(Map.entry(young, Note.of(1, false)));
      me.hears(ANNA, young, Note.UNWANTED);
      assertThat(me.on(new Event.Appended(young, 2)).actions()).isEmpty();
    }
  }

  @Nested
  class OneSourceAtATime {
    @Test
    void theSecondPeerIsToldNotToSend() {
      me.connect(ANNA);
      assertThat(me.connect(BEN).notes(BEN)).containsEntry(FEED, Note.of(5, false));
    }

    @Test
    void aSourceThatHasNothingMoreIsReplacedByOneThatHas() {
      me.connect(ANNA);
      me.connect(BEN);
      me.hears(ANNA, FEED, Note.of(5, true));
      EbtPeer.Outcome outcome = me.hears(BEN, FEED, Note.of(9, true));
      assertThat(outcome.notes(BEN)).containsEntry(FEED, Note.of(5, true));
      assertThat(outcome.notes(ANNA)).containsEntry(FEED, Note.of(5, false));
    }

    @Test
    void aSourceThatHasMoreIsKept() {
      me.connect(ANNA);
      me.connect(BEN);
      me.hears(ANNA, FEED, Note.of(7, true));
      assertThat(me.hears(BEN, FEED, Note.of(9, true)).actions()).isEmpty();
    }

    @Test
    void theNextPeerTakesOverWhereTheSourceEnds() {
      me.connect(ANNA);
      me.connect(BEN);
      me.hears(ANNA, FEED, Note.of(6, true));
      me.hears(BEN, FEED, Note.of(9, true));
      assertThat(me.on(new Event.Appended(FEED, 6)).notes(BEN))
          .containsEntry(FEED, Note.of(6, true));
    }

    @Test
    void oneMessageMoreElsewhereWaitsForTheNextTick() {
      me.connect(ANNA);
      me.connect(BEN);
      me.hears(ANNA, FEED, Note.of(5, true));
      assertThat(me.hears(BEN, FEED, Note.of(6, true)).notes(BEN)).isEmpty();
      assertThat(me.on(new Event.Tick()).notes(BEN)).containsEntry(FEED, Note.of(5, true));
    }

    @Test
    void aSilentSourceIsReplacedAfterThreeSeconds() {
      me.at(0).connect(ANNA);
      me.connect(BEN);
      me.hears(ANNA, FEED, Note.of(8, true));
      me.hears(BEN, FEED, Note.of(8, true));
      assertThat(me.at(2_999).on(new Event.Tick()).actions()).isEmpty();
      EbtPeer.Outcome outcome = me.at(3_000).on(new Event.Tick());
      assertThat(outcome.notes(BEN)).containsEntry(FEED, Note.of(5, true));
      assertThat(outcome.notes(ANNA)).containsEntry(FEED, Note.of(5, false));
    }

    @Test
    void aSourceThatSendsOtherMessagesThanThoseAskedForIsReplacedAtOnce() {
      me.connect(ANNA);
      me.connect(BEN);
      me.hears(ANNA, FEED, Note.of(8, true));
      me.hears(BEN, FEED, Note.of(8, true));
      me.on(new Event.MessageHeard(ANNA, FEED, 8));
      EbtPeer.Outcome outcome = me.on(new Event.MessageHeard(ANNA, FEED, 8));
      assertThat(outcome.notes(BEN)).containsEntry(FEED, Note.of(5, true));
      assertThat(outcome.notes(ANNA)).containsEntry(FEED, Note.of(5, false));
    }

    @Test
    void stalledPeersAreTriedInTurn() {
      for (FeedId peer : List.of(ANNA, BEN, CLEO)) {
        me.connect(peer);
        me.hears(peer, FEED, Note.of(8, true));
      }
      assertThat(me.at(3_000).on(new Event.Tick()).notes(BEN)).isNotEmpty();
      assertThat(me.at(6_000).on(new Event.Tick()).notes(CLEO)).isNotEmpty();
      assertThat(me.at(9_000).on(new Event.Tick()).notes(ANNA)).isNotEmpty();
    }

    @Test
    void aPeerThatSendsOtherFeedsButKeepsThisOneIsReplacedToo() {
      me.wanted.add(ANNA);
      me.tell(new Event.ReachChanged(me.reach()));
      me.connect(ANNA);
      me.connect(BEN);
      me.hears(ANNA, FEED, Note.of(8, true));
      me.hears(BEN, FEED, Note.of(8, true));
      EbtPeer.Outcome outcome = me.on(new Event.Tick());
      for (int second = 1; second <= 10; second++) {
        me.at(second * 1_000L).on(new Event.MessageHeard(ANNA, ANNA, second));
        outcome = me.on(new Event.Tick());
      }
      assertThat(outcome.notes(BEN)).containsEntry(FEED, Note.of(5, true));
    }

    @Test
    void whenTheSourceLeavesAnotherContinues() {
      me.connect(ANNA);
      me.connect(BEN);
      me.hears(ANNA, FEED, Note.of(8, true));
      me.hears(BEN, FEED, Note.of(8, true));
      me.on(new Event.MessageHeard(ANNA, FEED, 6));
      assertThat(me.on(new Event.Closed(ANNA)).notes(BEN)).containsEntry(FEED, Note.of(6, true));
    }

    @Test
    void aDuplicateSwitchesBackToWhoeverWasFaster() {
      me.connect(ANNA);
      me.connect(BEN);
      me.hears(ANNA, FEED, Note.of(5, true));
      me.hears(BEN, FEED, Note.of(8, true));
      me.on(new Event.MessageHeard(ANNA, FEED, 6));
      EbtPeer.Outcome outcome = me.on(new Event.MessageHeard(BEN, FEED, 6));
      assertThat(outcome.of(Action.Take.class)).isEmpty();
      assertThat(outcome.notes(BEN)).containsEntry(FEED, Note.of(5, false));
      assertThat(outcome.notes(ANNA)).containsEntry(FEED, Note.of(6, true));
    }
  }

  @Nested
  class ChangesOfMind {
    @Test
    void aFollowedFeedIsAskedForWhileConnected() {
      me.connect(ANNA);
      me.wanted.add(BEN);
      assertThat(me.on(new Event.ReachChanged(me.reach())).notes(ANNA))
          .containsOnly(Map.entry(BEN, Note.of(0, true)));
    }

    @Test
    void anUnfollowedFeedIsRefusedWhileConnected() {
      me.connect(ANNA);
      me.wanted.remove(FEED);
      assertThat(me.on(new Event.ReachChanged(me.reach())).notes(ANNA))
          .containsOnly(Map.entry(FEED, Note.UNWANTED));
    }

    @Test
    void whatAPeerAskedForBeforeWeFollowedIsRemembered() {
      me.connect(ANNA);
      me.hears(ANNA, BEN, Note.of(1, true));
      me.wanted.add(BEN);
      me.on(new Event.ReachChanged(me.reach()));
      assertThat(me.on(new Event.Appended(BEN, 2)).of(Action.SendMessages.class))
          .containsExactly(page(ANNA, BEN, 1, 2));
    }

    @Test
    void aPeerThatComesToWantAFeedIsAnswered() {
      me.connect(ANNA);
      me.hears(ANNA, FEED, Note.UNWANTED);
      EbtPeer.Outcome outcome = me.hears(ANNA, FEED, Note.of(4, true));
      assertThat(outcome.notes(ANNA)).containsEntry(FEED, Note.of(5, true));
      assertThat(outcome.of(Action.SendMessages.class)).hasSize(1);
    }

    @Test
    void ourBlockEndsTheStream() {
      me.connect(ANNA);
      me.blocking(ME, ANNA);
      assertThat(me.on(new Event.ReachChanged(me.reach())).actions())
          .containsExactly(new Action.Close(ANNA));
      assertThat(me.on(new Event.Writable(ANNA)).actions()).isEmpty();
    }

    @Test
    void aBlockedPeerIsNotSpokenWith() {
      me.blocking(ME, ANNA);
      me.tell(new Event.ReachChanged(me.reach()));
      assertThat(me.connect(ANNA).actions()).containsExactly(new Action.Close(ANNA));
    }

    @Test
    void aFeedWhoseAuthorBlocksAPeerNoLongerIsTakenUp() {
      me.blocking(FEED, ANNA);
      me.connect(ANNA);
      me.connect(BEN);
      me.hears(ANNA, FEED, Note.of(3, true));
      me.unblocking(FEED, ANNA);
      EbtPeer.Outcome outcome = me.on(new Event.ReachChanged(me.reach()));
      assertThat(outcome.notes(ANNA)).containsOnly(Map.entry(FEED, Note.of(5, false)));
      assertThat(outcome.of(Action.SendMessages.class)).containsExactly(page(ANNA, FEED, 3, 5));
    }

    @Test
    void costsNoMoreThanWhatChangesForEachPeerThatIsConnected() {
      IntStream.range(100, 1_100).forEach(i -> me.wanted.add(id(i)));
      me.tell(new Event.ReachChanged(me.reach()));
      me.connect(ANNA);
      int withOne = looksForOneMore(id(2_000));
      IntStream.range(10, 19).forEach(i -> me.connect(id(i)));
      assertThat(looksForOneMore(id(2_001)) - withOne).isBetween(1, 100);
    }

    /// How often is looked whether a feed is wanted, when one more is.
    private int looksForOneMore(FeedId feed) {
      me.wanted.add(feed);
      AtomicInteger looks = new AtomicInteger();
      Set<FeedId> counted =
          new LinkedHashSet<>(me.wanted) {
            private static final long serialVersionUID = 1L;

            @Override
            public boolean contains(Object other) {
              looks.incrementAndGet();
              return super.contains(other);
            }
          };
      me.tell(new Event.ReachChanged(new Reach(counted, Set.of(), peer -> Set.of())));
      return looks.get();
    }

    @Test
    void anAuthorsBlockStopsItsFeedInTheMiddle() {
      EbtPeer rich = new EbtPeer(ME, Map.of(FEED, 500L), Set.of(FEED));
      rich.connect(ANNA);
      rich.tell(new Event.NotesHeard(ANNA, Map.of(FEED, Note.of(0, true))));
      assertThat(rich.tell(new Event.Writable(ANNA))).containsExactly(page(ANNA, FEED, 0, 64));
      rich.blocking(FEED, ANNA);
      EbtPeer.Outcome outcome = rich.on(new Event.ReachChanged(rich.reach()));
      assertThat(outcome.of(Action.SendMessages.class)).isEmpty();
      assertThat(outcome.notes(ANNA)).containsOnly(Map.entry(FEED, Note.UNWANTED));
    }
  }

  @Test
  void feedsAreAskedForInTheOrderInWhichTheyAreWanted() {
    SequencedSet<FeedId> wanted = new LinkedHashSet<>();
    IntStream.range(10, 2_510).map(i -> 12_520 - i * 5).forEach(i -> wanted.add(id(i + 100_000)));
    EbtPeer curious = new EbtPeer(ME, Map.of(), wanted);
    List<FeedId> asked =
        curious.connect(ANNA).of(Action.SendNotes.class).stream()
            .flatMap(notes -> notes.notes().keySet().stream())
            .toList();
    assertThat(asked).containsExactlyElementsOf(wanted);
  }
}
