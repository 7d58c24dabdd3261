package org.tidings.replication.ebt;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.LinkedHashMap;
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

/// What the vectors do not say: several peers at once, trouble, and changes of mind.
class EbtStateTest {
  private static final FeedId ME = id(0);
  private static final FeedId ANNA = id(1);
  private static final FeedId BEN = id(2);
  private static final FeedId CLEO = id(3);
  private static final FeedId FEED = id(9);

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
  class Sending {
    @Test
    void feedsTakeTurnsInPages() {
      EbtPeer rich = new EbtPeer(ME, Map.of(FEED, 100L, ANNA, 100L), Set.of(FEED, ANNA));
      rich.connect(BEN);
      Map<FeedId, Note> notes = new LinkedHashMap<>();
      notes.put(FEED, Note.of(0, true));
      notes.put(ANNA, Note.of(0, true));
      assertThat(rich.on(new Event.NotesHeard(BEN, notes)).of(Action.SendMessages.class))
          .containsExactly(
              page(BEN, FEED, 0, 64),
              page(BEN, ANNA, 0, 64),
              page(BEN, FEED, 64, 100),
              page(BEN, ANNA, 64, 100));
    }

    @Test
    void whatIsNewToAPeerInStepDoesNotWaitForTheHistoryOfOthers() {
      EbtPeer rich = withHistoryToSend();
      assertThat(rich.tell(new Event.Writable(BEN))).containsExactly(page(BEN, ANNA, 0, 64));
      assertThat(rich.on(new Event.Appended(FEED, 6)).of(Action.SendMessages.class))
          .containsExactly(
              page(BEN, FEED, 5, 6),
              page(BEN, CLEO, 0, 64),
              page(BEN, ANNA, 64, 100),
              page(BEN, CLEO, 64, 100));
    }

    @Test
    void historyGoesOnHoweverMuchIsNew() {
      EbtPeer rich = withHistoryToSend();
      rich.tell(new Event.Appended(FEED, 69));
      assertThat(rich.on(new Event.Appended(ME, 2)).of(Action.SendMessages.class))
          .containsExactly(
              page(BEN, FEED, 5, 69),
              page(BEN, ANNA, 0, 64),
              page(BEN, ME, 1, 2),
              page(BEN, CLEO, 0, 64),
              page(BEN, ANNA, 64, 100),
              page(BEN, CLEO, 64, 100));
    }

    @Test
    void moreThanAPageOfNewsWaitsForItsTurn() {
      EbtPeer rich = withHistoryToSend();
      assertThat(rich.on(new Event.Appended(FEED, 70)).of(Action.SendMessages.class))
          .containsSubsequence(
              page(BEN, CLEO, 0, 64), page(BEN, FEED, 5, 69), page(BEN, ANNA, 64, 100));
    }

    /// Whose peer wants all of two feeds and has all of two others.
    private EbtPeer withHistoryToSend() {
      Map<FeedId, Long> heads = Map.of(ME, 1L, FEED, 5L, ANNA, 100L, CLEO, 100L);
      EbtPeer rich = new EbtPeer(ME, heads, heads.keySet());
      rich.connect(BEN);
      Map<FeedId, Note> notes = new LinkedHashMap<>();
      notes.put(ANNA, Note.of(0, true));
      notes.put(CLEO, Note.of(0, true));
      notes.put(FEED, Note.of(5, true));
      notes.put(ME, Note.of(1, true));
      rich.tell(new Event.NotesHeard(BEN, notes));
      return rich;
    }

    @Test
    void notesGoInObjectsOfAThousand() {
      Map<FeedId, Long> heads = new HashMap<>();
      for (int i = 100; i < 2_350; i++) {
        heads.put(id(i), 1L);
      }
      EbtPeer rich = new EbtPeer(ME, heads, heads.keySet());
      assertThat(rich.connect(ANNA).of(Action.SendNotes.class))
          .extracting(sent -> sent.notes().size())
          .containsExactly(1_000, 1_000, 250);
    }

    @Test
    void nothingIsHeldBackForAPeerThatDoesNotTakeIt() {
      me.connect(ANNA);
      me.hears(ANNA, FEED, Note.of(5, true));
      me.tell(new Event.Appended(FEED, 6));
      me.tell(new Event.Appended(FEED, 90));
      assertThat(me.on(new Event.Appended(FEED, 91)).of(Action.SendMessages.class))
          .containsExactly(page(ANNA, FEED, 5, 69), page(ANNA, FEED, 69, 91));
    }

    @Test
    void aPeerThatReceivesElsewhereLearnsOnceThatWeAreAhead() {
      me.connect(ANNA);
      me.hears(ANNA, FEED, Note.of(5, false));
      assertThat(me.on(new Event.Appended(FEED, 6)).notes(ANNA)).containsKey(FEED);
      assertThat(me.on(new Event.Appended(FEED, 7)).notes(ANNA)).isEmpty();
      assertThat(me.on(new Event.Tick()).notes(ANNA)).containsEntry(FEED, Note.of(7, true));
    }

    @Test
    void ownMessagesThatHadToStayAreSentWhenTheyMayLeave() {
      me.tell(new Event.Appended(ME, 4));
      me.connect(ANNA);
      me.hears(ANNA, ME, Note.of(0, true));
      assertThat(me.on(new Event.Unsent(ANNA, ME, 2)).actions()).isEmpty();
      assertThat(me.on(new Event.OwnReleased()).of(Action.SendMessages.class))
          .containsExactly(page(ANNA, ME, 2, 4));
    }

    @Test
    void pagesOfOwnMessagesThatHadToStayAreReadAgainOnlyWhenTheyMayLeave() {
      Action.SendMessages firstPage = manyOfOurs();
      me.tell(new Event.Unsent(ANNA, ME, 0));
      assertThat(me.tell(new Event.Writable(ANNA))).isEmpty();
      assertThat(me.tell(new Event.Writable(ANNA))).isEmpty();
      assertThat(me.on(new Event.OwnReleased()).of(Action.SendMessages.class))
          .hasSize(4)
          .contains(firstPage);
    }

    @Test
    void ownMessagesReleasedWhileTheyHadToStayAreSent() {
      Action.SendMessages firstPage = manyOfOurs();
      me.tell(new Event.OwnReleased());
      me.tell(new Event.Unsent(ANNA, ME, 0));
      assertThat(me.tell(new Event.Writable(ANNA))).containsExactly(firstPage);
    }

    private Action.SendMessages manyOfOurs() {
      me.tell(new Event.Appended(ME, 200));
      me.connect(ANNA);
      me.tell(new Event.NotesHeard(ANNA, Map.of(ME, Note.of(0, true))));
      Action.SendMessages firstPage = page(ANNA, ME, 0, 64);
      assertThat(me.tell(new Event.Writable(ANNA))).containsExactly(firstPage);
      return firstPage;
    }

    @Test
    void ownMessagesLeaveOnlyAfterThePeersNoteForThem() {
      me.connect(ANNA);
      assertThat(me.on(new Event.Appended(ME, 1)).of(Action.SendMessages.class)).isEmpty();
    }

    @Test
    void whatCouldNotBeSentIsSentLater() {
      me.connect(ANNA);
      me.hears(ANNA, FEED, Note.of(3, true));
      me.tell(new Event.Unsent(ANNA, FEED, 4));
      assertThat(me.on(new Event.Appended(FEED, 6)).of(Action.SendMessages.class))
          .containsExactly(page(ANNA, FEED, 4, 6));
    }
  }

  @Nested
  class SendingAgain {
    @Test
    void isToldOfWhatThePeerWasSentBefore() {
      me.connect(ANNA);
      assertThat(pages(me.hears(ANNA, FEED, Note.of(2, true)))).containsExactly(page(2, false));
      assertThat(pages(me.hears(ANNA, FEED, Note.of(4, true)))).containsExactly(page(4, true));
      assertThat(pages(me.hears(ANNA, FEED, Note.of(0, true)))).containsExactly(page(0, true));
    }

    @Test
    void isNotToldOfWhatIsNew() {
      me.connect(ANNA);
      me.hears(ANNA, FEED, Note.of(2, true));
      assertThat(pages(me.on(new Event.Appended(FEED, 6))))
          .containsExactly(new Action.SendMessages(ANNA, FEED, 5, 6, false));
    }

    private Action.SendMessages page(long after, boolean again) {
      return new Action.SendMessages(ANNA, FEED, after, 5, again);
    }

    private List<Action.SendMessages> pages(EbtPeer.Outcome outcome) {
      return outcome.of(Action.SendMessages.class);
    }
  }

  @Nested
  class RequestSkipping {
    @Test
    void whatAPeerSaidIsSavedForTheFeedsWeWant() {
      me.connect(ANNA);
      me.on(
          new Event.NotesHeard(
              ANNA, Map.of(FEED, Note.of(5, true), ME, Note.UNWANTED, BEN, Note.of(2, true))));
      assertThat(me.on(new Event.Closed(ANNA)).of(Action.SaveClock.class))
          .containsExactly(
              new Action.SaveClock(
                  ANNA, new VectorClock(Map.of(FEED, 5L, ME, VectorClock.UNWANTED))));
    }

    @Test
    void refusedFeedsAreNotOfferedAgain() {
      VectorClock saved = new VectorClock(Map.of(FEED, VectorClock.UNWANTED));
      assertThat(me.on(new Event.Opened(ANNA, true, true, saved)).notes(ANNA))
          .doesNotContainKey(FEED);
    }

    @Test
    void aPeerThatLostItsDataIsToldEverything() {
      me.wanted.add(BEN);
      me.tell(new Event.ReachChanged(me.reach()));
      me.tell(new Event.Appended(BEN, 3));
      me.on(new Event.Opened(ANNA, true, true, new VectorClock(Map.of(FEED, 5L, BEN, 3L))));
      assertThat(me.hears(ANNA, FEED, Note.of(1, true)).notes(ANNA))
          .containsEntry(BEN, Note.of(3, true));
    }
  }

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

  /// Sent for the first time.
  private static Action.SendMessages page(FeedId peer, FeedId feed, long after, long upTo) {
    return new Action.SendMessages(peer, feed, after, upTo, false);
  }

  private static FeedId id(int number) {
    byte[] bytes = new byte[32];
    bytes[0] = (byte) number;
    bytes[1] = (byte) (number >> 8);
    bytes[2] = (byte) (number >> 16);
    return FeedId.of(bytes);
  }
}
