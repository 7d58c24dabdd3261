package org.tidings.feed.activity;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tidings.crypto.key.KeyPair;
import org.tidings.crypto.key.SomeKeys;
import org.tidings.feed.SomeFeed;
import org.tidings.feed.TempFeeds;
import org.tidings.feed.content.Contact;
import org.tidings.feed.content.Post;
import org.tidings.feed.index.TimelineKey;
import org.tidings.feed.log.PublishRefused;
import org.tidings.feed.message.Message;
import org.tidings.feed.ref.MessageId;

class ActivityTest {

  private static final Set<Why> ALL = EnumSet.allOf(Why.class);

  private final KeyPair keys = SomeKeys.of("me");
  private final SomeFeed me = SomeFeed.of(keys);
  private final SomeFeed ann = SomeFeed.of("ann");

  @TempDir Path folder;
  private TempFeeds temp;

  @BeforeEach
  void open() {
    temp = TempFeeds.of(keys, folder);
  }

  @AfterEach
  void close() {
    temp.close();
  }

  private void store(SomeFeed... authors) {
    for (SomeFeed author : authors) {
      temp.ingest(author.values(), TempFeeds.IMPORT);
    }
  }

  private List<ActivityItem> latest() {
    return temp.feeds().activity().latest(ALL, TimelineKey.TOP, 50);
  }

  private static Set<Why> reasons(ActivityItem item) {
    return ((ActivityItem.Wrote) item).reasons();
  }

  @Test
  void aMutedThreadTellsOfNothing() {
    Message root = me.post("root");
    ann.reply("reply", root.id(), root.id());
    ann.vote(root.id(), 1);
    store(me, ann);
    assertThat(latest()).hasSize(2);
    temp.feeds().mutes().mute(root.id());
    assertThat(latest()).isEmpty();
    temp.feeds().mutes().unmute(root.id());
    assertThat(latest()).hasSize(2);
  }

  /// However much is said there: what is read and damaged is noticed.
  @Test
  void nothingOfAMutedThreadIsRead() {
    Message root = me.post("root");
    ann.reply("reply", root.id(), root.id());
    store(me, ann);
    temp.feeds().mutes().mute(root.id());
    TempFeeds.damage(temp.feeds(), ann.id(), 1);
    assertThat(latest()).isEmpty();
    temp.feeds().mutes().mute(ann.id());
    assertThat(temp.feeds().log().damaged()).isEmpty();
    temp.feeds().mutes().unmute(ann.id());
    temp.feeds().mutes().unmute(root.id());
    assertThat(latest()).isEmpty();
    temp.feeds().mutes().mute(ann.id());
    assertThat(temp.feeds().log().damaged()).containsExactly(ann.id());
  }

  @Test
  void whatSomebodySaidBeforeVeryMuchInAMutedThreadIsFound() {
    Message root = me.post("root");
    ann.write(Post.root("hello [me](%s)".formatted(me.id())).toJson());
    for (int i = 0; i < 20; i++) {
      ann.reply("reply " + i, root.id(), root.id());
    }
    store(me, ann);
    temp.feeds().mutes().mute(root.id());
    assertThat(temp.feeds().activity().latest(ALL, TimelineKey.TOP, 1))
        .singleElement()
        .satisfies(item -> assertThat(reasons(item)).containsExactly(Why.MENTIONED));
  }

  @Test
  void repliesToOurPostsAreThereWhicheverCameFirst() {
    Message root = me.post("root");
    ann.reply("answer", root.id(), root.id());
    store(ann, me);
    assertThat(latest())
        .singleElement()
        .satisfies(item -> assertThat(reasons(item)).containsExactly(Why.REPLIED));
  }

  @Test
  void repliesAreThereThatCameAfterAnotherStart() {
    Message root = me.post("root");
    Message later = me.post("later");
    ann.reply("answer", root.id(), root.id());
    store(me);
    temp.reopen();
    store(ann);
    assertThat(latest()).hasSize(1);
    ann.vote(later.id(), 1);
    store(ann);
    assertThat(latest()).hasSize(2);
  }

  @Test
  void aReplyToOurReplyInSomebodyElsesThreadConcernsUs() {
    Message root = ann.post("root");
    Message mine = me.reply("mine", root.id(), root.id());
    SomeFeed bob = SomeFeed.of("bob");
    bob.reply("to you", root.id(), mine.id());
    bob.reply("to ann", root.id(), root.id());
    store(me, ann, bob);
    assertThat(latest())
        .singleElement()
        .satisfies(item -> assertThat(item.by().id()).isEqualTo(bob.id()));
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void whatPointsToAnIdThatBeginsAsOursDoesNotConcernUs(boolean isOursFirst) {
    Message root = me.post("root");
    byte[] bytes = root.id().bytes().clone();
    bytes[31] ^= 1;
    MessageId twin = MessageId.of(bytes);
    ann.vote(root.id(), 1);
    ann.reply("to a twin", twin, twin);
    ann.vote(twin, 0);
    store(isOursFirst ? me : ann, isOursFirst ? ann : me);
    assertThat(latest()).singleElement().isInstanceOf(ActivityItem.Reacted.class);
  }

  @Test
  void mentionsOfUsAreThere() {
    ann.write(Post.root("hello [me](%s)".formatted(me.id())).toJson());
    store(ann);
    assertThat(latest())
        .singleElement()
        .satisfies(item -> assertThat(reasons(item)).containsExactly(Why.MENTIONED));
  }

  @Test
  void reactionsStandUntilTheyAreTakenBack() {
    Message root = me.post("root");
    ann.vote(root.id(), 1);
    store(me, ann);
    assertThat(latest())
        .singleElement()
        .isInstanceOfSatisfying(
            ActivityItem.Reacted.class,
            reacted -> assertThat(reacted.on().id()).isEqualTo(root.id()));
    ann.vote(root.id(), 0);
    store(ann);
    assertThat(latest()).isEmpty();
  }

  @Test
  void followersStandUntilTheyLeave() {
    ann.follow(me.id());
    store(ann);
    assertThat(latest()).singleElement().isInstanceOf(ActivityItem.Followed.class);
    ann.unfollow(me.id());
    store(ann);
    assertThat(latest()).isEmpty();
  }

  @Test
  void ofVotesOnOnePostOnlyTheLastIsKept() {
    Message root = me.post("root");
    for (int i = 0; i < 20; i++) {
      ann.vote(root.id(), i % 2);
    }
    store(me, ann);
    assertThat(temp.rows("activity")).isEqualTo(1);
    assertThat(latest()).hasSize(1);
  }

  @Test
  void ofVotesThatCameBeforeThePostOnlyTheLastIsKept() {
    Message root = me.post("root");
    for (int i = 0; i < 20; i++) {
      ann.vote(root.id(), i % 2);
    }
    store(ann, me);
    assertThat(temp.rows("activity")).isEqualTo(1);
    assertThat(latest()).hasSize(1);
  }

  @Test
  void whoFollowsUsAgainIsToldOnce() {
    ann.follow(me.id());
    ann.unfollow(me.id());
    ann.follow(me.id());
    ann.follow(me.id());
    store(ann);
    assertThat(latest()).singleElement().isInstanceOf(ActivityItem.Followed.class);
  }

  @Test
  void whatWeDoOurselvesIsNoNews() {
    Message root = me.post("root");
    me.reply("more", root.id(), root.id());
    me.vote(root.id(), 1);
    store(me);
    assertThat(latest()).isEmpty();
  }

  @Test
  void theBlockedAndTheMutedAreNotThere() throws PublishRefused {
    Message root = me.post("root");
    ann.reply("rude", root.id(), root.id());
    SomeFeed bob = SomeFeed.of("bob");
    bob.reply("dull", root.id(), root.id());
    store(me, ann, bob);
    temp.feeds().publisher().publish(Contact.block(ann.id()).toJson());
    temp.feeds().mutes().mute(bob.id());
    assertThat(latest()).isEmpty();
  }

  @Test
  void pagesFollowEachOther() {
    Message root = me.post("root");
    for (int i = 0; i < 10; i++) {
      ann.reply("answer " + i, root.id(), root.id());
    }
    store(me, ann);
    Activity activity = temp.feeds().activity();
    List<ActivityItem> first = activity.latest(ALL, TimelineKey.TOP, 4);
    List<ActivityItem> rest = activity.latest(ALL, first.getLast().key(), 50);
    assertThat(first).hasSize(4).doesNotContainAnyElementsOf(rest);
    assertThat(rest).hasSize(6);
    assertThat(activity.unseen(ALL, first.getLast().key(), 100)).isEqualTo(3);
  }

  @Test
  void whatComesLateIsUnseenThoughItWasWrittenBeforeWhatWasSeen() {
    Message root = me.post("root");
    SomeFeed bob = SomeFeed.of("bob");
    bob.reply("written first", root.id(), root.id());
    ann.post("something else");
    ann.reply("comes first", root.id(), root.id());
    store(me, ann);
    TimelineKey seen = latest().getFirst().key();
    assertThat(temp.feeds().activity().unseen(ALL, seen, 100)).isZero();
    store(bob);
    assertThat(latest().getLast().by().id()).isEqualTo(bob.id());
    assertThat(temp.feeds().activity().unseen(ALL, seen, 100)).isEqualTo(1);
  }

  private List<ActivityItem> pagesOf(int limit) {
    List<ActivityItem> all = new ArrayList<>();
    TimelineKey after = TimelineKey.TOP;
    List<ActivityItem> page;
    do {
      page = temp.feeds().activity().latest(ALL, after, limit);
      all.addAll(page);
      after = page.isEmpty() ? after : page.getLast().key();
    } while (page.size() == limit);
    return all;
  }

  @Test
  void whatOthersDidIsFoundBehindAllThatTheBlockedDid() throws PublishRefused {
    Message root = me.post("root");
    SomeFeed bob = SomeFeed.of("bob");
    SomeFeed rude = SomeFeed.of("rude");
    for (int i = 0; i < 60; i++) {
      rude.reply("rude " + i, root.id(), root.id());
      if (i % 20 == 0) {
        ann.reply("kind " + i, root.id(), root.id());
        bob.vote(root.id(), 1);
      }
    }
    store(me, rude, ann, bob);
    temp.feeds().publisher().publish(Contact.block(rude.id()).toJson());
    assertThat(pagesOf(2)).hasSize(3 + 1).isEqualTo(latest());
    temp.feeds().mutes().mute(ann.id());
    assertThat(pagesOf(2)).hasSize(1).isEqualTo(latest());
  }

  @Test
  void neitherOfTheBlockedNorOfOnePersonMuchIsLookedAt() {
    assertThat(temp.plan(Activity.NEWEST, 9, 9, 9, 9, 1, 1).getFirst())
        .contains("(shown,arrival)>(?,?) AND (shown,arrival)<(?,?)");
    assertThat(temp.plan(Activity.NEWEST_OF_EACH, 9, 9, 9, 9))
        .filteredOn(step -> step.contains("activity_by_feed (feed=? AND"))
        .hasSize(2);
  }

  @Test
  void whatIsInAMutedThreadIsKnownByAnIndex() {
    assertThat(temp.plan(Activity.NEWEST, 9, 9, 9, 9, 1, 1))
        .filteredOn(step -> step.contains("posts_by_time (shown=? AND arrival=?)"))
        .hasSize(2);
  }

  @Test
  void mentionsAreFoundHoweverManyLikesThereAre() {
    Set<Why> mentions = EnumSet.of(Why.MENTIONED);
    int flags = Why.flags(mentions);
    assertThat(temp.plan(Activity.asking(mentions, Activity.NEWEST), 9, 9, flags, 9, 1, 1))
        .first()
        .asString()
        .contains("activity_without_votes");
    assertThat(temp.plan(Activity.asking(mentions, Activity.FLOOR), 9, 9, flags, 9))
        .first()
        .asString()
        .contains("activity_without_votes");
  }
}
