package org.tidings.replication.ebt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.tidings.feed.ref.FeedId;

/// Peers that send what they should not, or not what they should.
class EbtTroubleTest extends EbtPeople {
  private final EbtPeer me = new EbtPeer(ME, Map.of(FEED, 5L), Set.of(ME, FEED));

  @Nested
  class Trouble {
    @Test
    void aFeedWithAnInvalidMessageIsDroppedForThatPeerOnly() {
      me.connect(ANNA);
      me.connect(BEN);
      me.hears(ANNA, FEED, Note.of(8, true));
      me.hears(BEN, FEED, Note.of(8, true));
      me.on(new Event.MessageHeard(ANNA, FEED, 6));
      EbtPeer.Outcome outcome = me.on(new Event.Refused(ANNA, FEED));
      assertThat(outcome.notes(ANNA)).containsEntry(FEED, Note.UNWANTED);
      assertThat(outcome.notes(BEN)).containsEntry(FEED, Note.of(5, true));
      assertThat(me.on(new Event.MessageHeard(ANNA, FEED, 6)).actions()).isEmpty();
      assertThat(me.hears(ANNA, FEED, Note.of(9, true)).actions()).isEmpty();
      assertThat(me.on(new Event.MessageHeard(BEN, FEED, 6)).of(Action.Take.class)).hasSize(1);
    }

    @Test
    void aGapIsComplainedAboutOnce() {
      me.connect(ANNA);
      me.hears(ANNA, FEED, Note.of(9, true));
      assertThat(me.on(new Event.MessageHeard(ANNA, FEED, 8)).notes(ANNA))
          .containsEntry(FEED, Note.of(5, true));
      assertThat(me.on(new Event.MessageHeard(ANNA, FEED, 9)).actions()).isEmpty();
    }

    @Test
    void whatIsMissedAgainIsAskedForAgainByTheClock() {
      me.at(0).connect(ANNA);
      me.hears(ANNA, FEED, Note.of(5, true));
      for (int time = 0; time < 2; time++) {
        me.on(new Event.MessageHeard(ANNA, FEED, 6));
        me.on(new Event.Missed(ANNA, FEED));
      }
      assertThat(secondsUntilAsked(0)).isEqualTo(30);
    }

    @Test
    void whatOurStoreDidNotKeepIsAskedForAgainLaterEachTime() {
      me.at(0).connect(ANNA);
      me.hears(ANNA, FEED, Note.of(5, true));
      long now = 0;
      for (int pause : List.of(2, 4, 8, 16, 32, 64, 128, 128)) {
        assertThat(isNotKept(6).of(Action.Take.class)).hasSize(1);
        assertThat(me.on(new Event.MessageHeard(ANNA, FEED, 7)).actions()).isEmpty();
        assertThat(secondsUntilAsked(now)).isEqualTo(pause);
        now += pause * 1_000L;
      }
      me.on(new Event.MessageHeard(ANNA, FEED, 6));
      me.on(new Event.Appended(FEED, 6));
      isNotKept(7);
      assertThat(secondsUntilAsked(now)).isEqualTo(2);
    }

    @Test
    void nobodyElseIsAskedForWhatOurStoreDidNotKeep() {
      me.connect(ANNA);
      me.connect(BEN);
      me.hears(ANNA, FEED, Note.of(9, true));
      me.hears(BEN, FEED, Note.of(9, true));
      isNotKept(6);
      for (int sequence = 7; sequence <= 9; sequence++) {
        assertThat(me.on(new Event.MessageHeard(ANNA, FEED, sequence)).actions()).isEmpty();
      }
    }

    private EbtPeer.Outcome isNotKept(long sequence) {
      EbtPeer.Outcome outcome = me.on(new Event.MessageHeard(ANNA, FEED, sequence));
      assertThat(me.on(new Event.Unstored(FEED)).actions()).isEmpty();
      return outcome;
    }

    private int secondsUntilAsked(long from) {
      int seconds = 0;
      Note told = null;
      while (told == null) {
        seconds++;
        told = me.at(from + seconds * 1_000L).on(new Event.Tick()).notes(ANNA).get(FEED);
      }
      assertThat(told.receive()).isTrue();
      return seconds;
    }

    /// As after something that was thrown away with all that came behind it: what is under way from
    /// each makes us turn to the other.
    @Test
    void whoeverIsAskedManyTimesInOneMomentWasNotInVain() {
      me.at(0).connect(ANNA);
      me.connect(BEN);
      me.hears(ANNA, FEED, Note.of(9, true));
      me.hears(BEN, FEED, Note.of(8, true));
      for (FeedId each :
          Collections.nCopies(4, List.of(ANNA, ANNA, BEN, BEN)).stream()
              .flatMap(List::stream)
              .toList()) {
        me.on(new Event.MessageHeard(each, FEED, 8));
      }
      for (int sequence = 6; sequence <= 8; sequence++) {
        me.on(new Event.MessageHeard(BEN, FEED, sequence));
        me.on(new Event.Appended(FEED, sequence));
      }
      me.at(3_000).on(new Event.Tick());
      assertThat(me.link(ANNA, FEED).isAsked()).isTrue();
    }

    @Test
    void messagesNobodyAskedForAreIgnored() {
      me.connect(ANNA);
      assertThat(me.on(new Event.MessageHeard(ANNA, BEN, 1)).actions()).isEmpty();
    }

    @Test
    void messagesBeforeTheFirstNotesAreIgnored() {
      me.on(new Event.Opened(ANNA, true, false, VectorClock.EMPTY));
      assertThat(me.on(new Event.MessageHeard(ANNA, FEED, 6)).actions()).isEmpty();
    }

    @Test
    void ownMessagesAreTakenEvenIfKnown() {
      me.tell(new Event.Appended(ME, 4));
      me.connect(ANNA);
      me.hears(ANNA, ME, Note.of(4, true));
      assertThat(me.on(new Event.MessageHeard(ANNA, ME, 2)).of(Action.Take.class)).hasSize(1);
    }

    @Test
    void aFeedThatWasDamagedIsFetchedAgain() {
      me.connect(ANNA);
      me.hears(ANNA, FEED, Note.of(5, true));
      assertThat(me.on(new Event.Lost(FEED, 2)).notes(ANNA)).containsEntry(FEED, Note.of(2, true));
    }

    /// What they said last was about more than is left.
    @Test
    void whatIsDamagedBeforeTheFirstNotesIsSpokenOf() {
      me.on(new Event.Opened(ANNA, false, false, new VectorClock(Map.of(FEED, 2L))));
      me.on(new Event.Lost(FEED, 2));
      assertThat(me.on(new Event.NotesHeard(ANNA, Map.of())).notes(ANNA))
          .containsEntry(FEED, Note.of(2, true));
    }

    /// They may have thrown away what was under way, and only know by what we say now that they do
    /// not have it.
    @Test
    void whatWasDamagedIsSentAgainOnceItIsBack() {
      me.connect(ANNA);
      me.hears(ANNA, FEED, Note.of(2, true));
      me.on(new Event.Lost(FEED, 3));
      assertThat(me.on(new Event.Appended(FEED, 5)).of(Action.SendMessages.class))
          .extracting(Action.SendMessages::after, Action.SendMessages::upTo)
          .containsExactly(tuple(3L, 5L));
    }

    @Test
    void whatWasDamagedIsNotSentToWhoBringsItBack() {
      me.connect(ANNA);
      me.hears(ANNA, FEED, Note.of(2, true));
      me.on(new Event.Lost(FEED, 3));
      me.on(new Event.MessageHeard(ANNA, FEED, 4));
      assertThat(me.on(new Event.Appended(FEED, 4)).of(Action.SendMessages.class)).isEmpty();
    }

    /// That we want it after all may be lost with the line, and then they would say nothing of what
    /// they take us not to want, nor we of what we agree on.
    @Test
    void whatIsTakenUpIsSpokenOfInTheNextStream() {
      FeedId third = id(4);
      me.connect(ANNA);
      assertThat(me.hears(ANNA, third, Note.of(0, true)).notes(ANNA))
          .containsEntry(third, Note.UNWANTED);
      me.wanted.add(third);
      me.on(new Event.ReachChanged(me.reach()));
      assertThat(spokenOfAfterwards()).contains(third);
    }

    /// So they may what is refused, as long as we do not say otherwise.
    @Test
    void whatWasRefusedIsSpokenOfInTheNextStream() {
      me.connect(ANNA);
      me.hears(ANNA, FEED, Note.of(6, true));
      me.on(new Event.Refused(ANNA, FEED));
      me.on(new Event.Appended(FEED, 6));
      assertThat(spokenOfAfterwards()).contains(FEED);
    }

    private Set<FeedId> spokenOfAfterwards() {
      VectorClock said =
          me.on(new Event.Closed(ANNA)).of(Action.SaveClock.class).getFirst().clock();
      return me.on(new Event.Opened(ANNA, true, true, said)).notes(ANNA).keySet();
    }

    @Test
    void moreFeedsThanAnyoneHasAreNotAnswered() {
      me.connect(ANNA);
      me.wanted.add(ANNA);
      me.on(new Event.ReachChanged(me.reach()));
      assertThat(answered(ANNA, Session.DECLINED_LIMIT + 50)).isEqualTo(Session.DECLINED_LIMIT);
    }

    @Test
    void aStrangerIsAnsweredAboutFewerFeeds() {
      me.connect(ANNA);
      assertThat(answered(ANNA, Session.DECLINED_LIMIT))
          .isEqualTo(Session.DECLINED_LIMIT_OF_STRANGERS);
    }

    private int answered(FeedId peer, int invented) {
      Map<FeedId, Note> many = new HashMap<>();
      for (int i = 100; i < 100 + invented; i++) {
        many.put(id(i), Note.of(1, true));
      }
      return me.on(new Event.NotesHeard(peer, many)).notes(peer).size();
    }

    private final FeedId third = id(4);

    /// Two strangers are here, and with our reach they are as many as may be.
    private void strangersCome() {
      for (int i = 100; i < 100 + EbtState.LINKS_WITH_STRANGERS / 3; i++) {
        me.wanted.add(id(i));
      }
      me.wanted.add(CLEO);
      me.tell(new Event.ReachChanged(me.reach()));
      me.on(new Event.Opened(ANNA, true, true, VectorClock.EMPTY));
      me.at(1_000).on(new Event.Opened(BEN, true, true, VectorClock.EMPTY));
    }

    @Test
    void aStrangerGivesWayToAnotherAfterAMinute() {
      strangersCome();
      me.at(60_000);
      assertThat(
              me.on(new Event.Opened(third, true, true, VectorClock.EMPTY)).of(Action.Close.class))
          .containsExactly(new Action.Close(ANNA));
      FeedId fourth = id(5);
      assertThat(me.on(new Event.Opened(fourth, true, true, VectorClock.EMPTY)).actions())
          .containsExactly(new Action.Close(fourth));
    }

    @Test
    void strangersThatWeCalledAreNotCountedAmongThem() {
      strangersCome();
      assertThat(me.on(new Event.Opened(third, false, false, VectorClock.EMPTY)).actions())
          .isEmpty();
      me.at(60_000);
      FeedId fourth = id(5);
      assertThat(
              me.on(new Event.Opened(fourth, true, true, VectorClock.EMPTY)).of(Action.Close.class))
          .containsExactly(new Action.Close(ANNA));
    }

    @Test
    void strangersAreAsFewAsOurReachIsWide() {
      strangersCome();
      assertThat(me.on(new Event.Opened(third, true, true, VectorClock.EMPTY)).actions())
          .containsExactly(new Action.Close(third));
      assertThat(
              me.on(new Event.Opened(CLEO, true, true, VectorClock.EMPTY)).of(Action.Close.class))
          .isEmpty();
    }
  }
}
