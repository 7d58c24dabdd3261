package org.tidings.replication.ebt;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongConsumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.tidings.feed.ref.FeedId;

/// From whom a feed is fetched where many say to have it and do not send it.
class SourcesTest extends EbtPeople {
  @Nested
  class AFriendAmongLiars {
    private static final long POSTED = 61_000;
    private static final long LONG = 120_000;
    private static final FeedId FRIEND = id(4);

    private final List<FeedId> liars = IntStream.range(100, 140).mapToObj(n -> id(n)).toList();
    private final EbtPeer me = new EbtPeer(ME, Map.of(FEED, 5L), wanted());
    private long dripped = 5;
    private long now;

    private Set<FeedId> wanted() {
      Set<FeedId> wanted = new LinkedHashSet<>(liars);
      wanted.addAll(List.of(ME, FEED));
      return wanted;
    }

    @Test
    void isAskedSoonWhereTheyAreSilent() {
      assertThat(waitForTheFriend((liar, second) -> {})).isLessThanOrEqualTo(Waiting.SILENCE);
    }

    @Test
    void isAskedSoonWhereTheySendWhatWeHave() {
      assertThat(waitForTheFriend((liar, second) -> me.on(new Event.MessageHeard(liar, FEED, 1))))
          .isLessThanOrEqualTo(Waiting.SILENCE);
    }

    @Test
    void isAskedSoonWhereTheySendOtherFeeds() {
      assertThat(
              waitForTheFriend((liar, second) -> me.on(new Event.MessageHeard(liar, liar, second))))
          .isLessThanOrEqualTo(Waiting.PATIENCE);
    }

    @Test
    void isAskedSoonWhereTheyBringALittleOfManyFeeds() {
      assertThat(waitForTheFriend(1_000_000, this::drip)).isLessThanOrEqualTo(Waiting.PATIENCE);
    }

    /// Something each second, and each feed before we lose patience.
    private void drip(FeedId liar, long second) {
      me.on(new Event.MessageHeard(liar, liar, second));
      if (second % 9 == 0) {
        drip(liar);
      }
    }

    private void drip(FeedId from) {
      long next = ++dripped;
      me.on(new Event.MessageHeard(from, FEED, next));
      me.on(new Event.Appended(FEED, next));
    }

    @Test
    void keepsAFeedThatTheyDripUnasked() {
      long waited = waitForTheFriend(1_000_000, this::drip);
      long friends = dripped + 1;
      drip(liars.getFirst());
      EbtPeer.Outcome outcome = me.on(new Event.MessageHeard(FRIEND, FEED, friends));
      assertThat(waited).isPositive();
      assertThat(outcome.actions()).isEmpty();
      assertThat(me.link(FRIEND, FEED).isAsked()).isTrue();
    }

    @Test
    void isAskedAgainThoughItsLineIsSlow() {
      waitForTheFriend(1_000_000, this::drip);
      long stalled = passUntilAskedIs(false);
      assertThat(passUntilAskedIs(true) - stalled).isBetween(30_000L, 40_000L);
    }

    private long passUntilAskedIs(boolean asked) {
      while (me.link(FRIEND, FEED).isAsked() != asked && now < POSTED + LONG) {
        now += 1_000;
        me.at(now);
        liars.forEach(liar -> drip(liar, now / 1_000));
        me.on(new Event.Tick());
      }
      return now;
    }

    private interface Doing {
      void each(FeedId liar, long second);
    }

    private long waitForTheFriend(Doing lying) {
      return waitForTheFriend(6, lying);
    }

    private long waitForTheFriend(long posted, Doing lying) {
      me.followed.add(FRIEND);
      me.at(0).tell(new Event.ReachChanged(me.reach()));
      me.connect(FRIEND);
      me.hears(FRIEND, FEED, Note.of(5, true));
      for (FeedId liar : liars) {
        me.connect(liar);
        me.hears(liar, FEED, Note.of(1_000_000, true));
      }
      boolean asked = false;
      while (!asked && now < POSTED + LONG) {
        now += 1_000;
        long second = now / 1_000;
        me.at(now);
        if (now == POSTED) {
          me.hears(FRIEND, FEED, Note.of(posted, false));
        }
        liars.forEach(liar -> lying.each(liar, second));
        me.on(new Event.Tick());
        asked = now >= POSTED && me.link(FRIEND, FEED).isAsked();
      }
      return now - POSTED;
    }
  }

  /// Among strangers, whatever whoever claims to have a feed does instead of sending it.
  @Nested
  class AClaimThatIsNotKept {
    private final EbtPeer me = new EbtPeer(ME, Map.of(FEED, 5L), Set.of(ME, FEED, ANNA));

    @Test
    void costsThreeSecondsWhereNothingIsSent() {
      assertThat(movedAfter(second -> {})).isEqualTo(3_000);
    }

    @Test
    void costsTenSecondsWhereOtherFeedsAre() {
      assertThat(movedAfter(second -> me.on(new Event.MessageHeard(ANNA, ANNA, second))))
          .isEqualTo(10_000);
    }

    @Test
    void costsNoMoreWhereOldMessagesAre() {
      assertThat(movedAfter(second -> me.on(new Event.MessageHeard(ANNA, FEED, second % 5 + 1))))
          .isLessThanOrEqualTo(10_000);
    }

    @Test
    void costsTenSecondsWhereAMessageComesNowAndThen() {
      assertThat(movedAfter(this::drip)).isEqualTo(10_000);
    }

    @Test
    void isNoneWhereMuchElseComes() {
      movedAfter(
          second -> {
            drip(second);
            for (long i = 100 * second - 99; i <= 100 * second; i++) {
              me.on(new Event.MessageHeard(ANNA, ANNA, i));
            }
          });
      assertThat(me.link(BEN, FEED).isAsked()).isFalse();
    }

    @Test
    void isKeptByWhoeverBringsMost() {
      movedAfter(this::drip);
      long next = 16;
      for (long now = 11_000; now < 120_000; now += 1_000) {
        me.at(now);
        for (int i = 0; i < 3; i++) {
          me.on(new Event.MessageHeard(BEN, FEED, next++));
        }
        me.on(new Event.Tick());
      }
      assertThat(me.link(BEN, FEED).isAsked()).isTrue();
    }

    private void drip(long second) {
      me.on(new Event.MessageHeard(ANNA, FEED, 5 + second));
    }

    /// When somebody else is asked for the feed.
    private long movedAfter(LongConsumer lying) {
      me.at(0).connect(ANNA);
      me.connect(BEN);
      me.hears(ANNA, FEED, Note.of(2_000_000, true));
      me.hears(BEN, FEED, Note.of(1_000, true));
      long now = 0;
      while (!me.link(BEN, FEED).isAsked() && now < 60_000) {
        now += 1_000;
        me.at(now);
        lying.accept(now / 1_000);
        me.on(new Event.Tick());
      }
      return now;
    }
  }

  /// Each lets feeds wait for their turn, one second each, as on a slow line.
  @Nested
  class SlowOnes {
    private static final int QUEUE = 60;

    private final List<FeedId> first = queue(100);
    private final List<FeedId> second = queue(200);
    private final EbtPeer me = new EbtPeer(ME, Map.of(FEED, 5L), wanted());

    private static List<FeedId> queue(int from) {
      return IntStream.range(from, from + QUEUE).mapToObj(n -> id(n)).toList();
    }

    private Set<FeedId> wanted() {
      Set<FeedId> wanted = new LinkedHashSet<>(first);
      wanted.addAll(second);
      wanted.addAll(List.of(ME, FEED));
      return wanted;
    }

    @Test
    void keepAFeedForAsLongAsOthersWait() {
      assertThat(askedAfter(QUEUE)).isGreaterThan(QUEUE);
    }

    @Test
    void keepItForTenSecondsWhereTheyFallSilent() {
      assertThat(askedAfter(30)).isBetween(39, 41);
    }

    /// The second in which the other is asked for the feed that does not come, where nothing else
    /// comes either from whoever is asked first after that second.
    private int askedAfter(int silent) {
      me.at(0).connect(ANNA);
      first.forEach(feed -> me.hears(ANNA, feed, Note.of(9, true)));
      me.hears(ANNA, FEED, Note.of(9, true));
      me.connect(BEN);
      second.forEach(feed -> me.hears(BEN, feed, Note.of(9, true)));
      me.hears(BEN, FEED, Note.of(9, true));
      int now = 0;
      while (!me.link(BEN, FEED).isAsked() && now < QUEUE) {
        me.at(now * 1_000L + 999);
        if (now < silent) {
          me.on(new Event.MessageHeard(ANNA, first.get(now), 1));
        }
        me.on(new Event.MessageHeard(BEN, second.get(now), 1));
        me.on(new Event.Tick());
        now++;
      }
      return me.link(BEN, FEED).isAsked() ? now : QUEUE + 1;
    }
  }

  @Nested
  class WhoHasStalled {
    private final EbtPeer me = new EbtPeer(ME, Map.of(FEED, 5L), Set.of(ME, FEED));

    @Test
    void givesWayAtOnceToOneWhoHasNot() {
      me.at(0).connect(ANNA);
      me.connect(BEN);
      me.hears(ANNA, FEED, Note.of(8, true));
      me.at(3_000).on(new Event.Tick());
      assertThat(me.hears(BEN, FEED, Note.of(8, true)).notes(BEN))
          .containsEntry(FEED, Note.of(5, true));
    }

    @Test
    void givesWayAlsoWhereTheClockIsBelowZero() {
      me.at(-10_000).connect(ANNA);
      me.connect(BEN);
      me.hears(ANNA, FEED, Note.of(8, true));
      me.hears(BEN, FEED, Note.of(8, true));
      assertThat(me.at(-7_000).on(new Event.Tick()).notes(BEN))
          .containsEntry(FEED, Note.of(5, true));
    }

    @Test
    void isAskedAfterThoseWhoHaveNot() {
      List.of(ANNA, BEN, CLEO).forEach(peer -> me.at(0).connect(peer));
      me.hears(BEN, FEED, Note.of(8, true));
      me.at(3_000).on(new Event.Tick());
      me.hears(ANNA, FEED, Note.of(8, true));
      me.hears(CLEO, FEED, Note.of(8, true));
      EbtPeer.Outcome outcome = me.at(6_000).on(new Event.Tick());
      assertThat(outcome.notes(CLEO)).containsEntry(FEED, Note.of(5, true));
      assertThat(outcome.notes(BEN)).isEmpty();
    }

    @Test
    void isAsGoodAsOthersOnceItHasSentTheNextMessage() {
      me.at(0).connect(ANNA);
      me.connect(BEN);
      me.hears(ANNA, FEED, Note.of(8, true));
      me.at(3_000).on(new Event.Tick());
      me.on(new Event.MessageHeard(ANNA, FEED, 6));
      assertThat(me.hears(BEN, FEED, Note.of(8, true)).notes(BEN)).isEmpty();
    }

    @Test
    void isNotHelpedBySendingWhatWeHave() {
      me.at(0).connect(ANNA);
      me.connect(BEN);
      me.hears(ANNA, FEED, Note.of(8, true));
      me.hears(BEN, FEED, Note.of(8, true));
      me.at(2_000).on(new Event.MessageHeard(ANNA, ME, 1));
      me.on(new Event.Appended(ME, 1));
      me.at(4_000).on(new Event.MessageHeard(ANNA, ME, 1));
      assertThat(me.at(5_000).on(new Event.Tick()).notes(BEN))
          .containsEntry(FEED, Note.of(5, true));
    }
  }

  /// Whoever claims what they have not got need say so once; what we say to it goes over our line.
  @Nested
  class ClaimsThatNobodyKeeps {
    private static final long MINUTE = 60_000;

    private final EbtPeer me = new EbtPeer(ME, Map.of(FEED, 5L), Set.of(ME, FEED));
    private long now;

    @Test
    void areAskedAboutMoreAndMoreSeldom() {
      List<FeedId> liars = List.of(ANNA, BEN, CLEO);
      liars.forEach(me.at(0)::connect);
      liars.forEach(liar -> me.hears(liar, FEED, Note.of(1_000_000, false)));
      assertThat(saidUntil(10 * MINUTE, liars)).isLessThan(60);
      assertThat(saidUntil(20 * MINUTE, liars)).isLessThan(20);
    }

    @Test
    void areAskedAboutMoreAndMoreSeldomAlsoWhereOneAloneMakesThem() {
      me.at(0).connect(ANNA);
      me.hears(ANNA, FEED, Note.of(1_000_000, false));
      assertThat(saidUntil(10 * MINUTE, List.of(ANNA))).isLessThan(8);
    }

    /// How many notes we sent.
    private int saidUntil(long end, List<FeedId> peers) {
      int said = 0;
      while (now < end) {
        now += 1_000;
        EbtPeer.Outcome outcome = me.at(now).on(new Event.Tick());
        said += peers.stream().mapToInt(peer -> outcome.notes(peer).size()).sum();
      }
      return said;
    }
  }
}
