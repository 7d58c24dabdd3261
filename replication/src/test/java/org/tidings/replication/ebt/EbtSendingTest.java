package org.tidings.replication.ebt;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.tidings.feed.ref.FeedId;

/// What is sent to whom, and what is not told again.
class EbtSendingTest extends EbtPeople {
  private final EbtPeer me = new EbtPeer(ME, Map.of(FEED, 5L), Set.of(ME, FEED));

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
}
