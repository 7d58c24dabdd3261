package org.tidings.feed.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tidings.feed.OnFreshFeeds;
import org.tidings.feed.SomeFeed;
import org.tidings.feed.content.Post;
import org.tidings.feed.index.Absence.Reason;
import org.tidings.feed.json.JsonObject;
import org.tidings.feed.log.PublishRefused;
import org.tidings.feed.message.Message;
import org.tidings.feed.ref.FeedId;
import org.tidings.feed.ref.MessageId;

/// Why the beginning of a thread is not shown.
class AbsenceTest extends OnFreshFeeds {

  private final SomeFeed ann = SomeFeed.of("ann");
  private final SomeFeed bob = SomeFeed.of("bob");

  @BeforeEach
  void followBob() throws PublishRefused {
    follow(bob.id());
  }

  private Message answered(MessageId root) {
    Message reply = bob.reply("an answer", root, root);
    store(bob);
    return reply;
  }

  /// As Patchwork answers: with the author of what it answers.
  private void answered(MessageId root, FeedId author) {
    JsonObject authors = JsonObject.builder().put(root.toString(), author.toString()).build();
    JsonObject reply = Post.reply("an answer", root, List.of(root)).toJson().with("reply", authors);
    bob.write(reply);
    store(bob);
  }

  private Absence inItsThread(MessageId root) {
    return feeds.threads().of(root).orElseThrow().absence().orElseThrow();
  }

  private Absence atHome() {
    return feeds
        .timeline()
        .home(TimelineFilter.FOLLOWING, TimelineKey.TOP, 10)
        .getFirst()
        .absence()
        .orElseThrow();
  }

  private static void tells(Absence absence, Reason reason, SomeFeed author) {
    assertThat(absence.reason()).isEqualTo(reason);
    assertThat(absence.by().map(Byline::id)).contains(author.id());
  }

  @Test
  void whatIsShownIsNotAbsent() {
    Message root = bob.post("root");
    store(bob);
    assertThat(feeds.threads().of(root.id()).orElseThrow().absence()).isEmpty();
  }

  @Test
  void itsAuthorIsBlocked() throws PublishRefused {
    Message root = ann.post("root");
    store(ann);
    answered(root.id());
    block(ann.id());
    tells(inItsThread(root.id()), Reason.BLOCKED, ann);
    tells(atHome(), Reason.BLOCKED, ann);
    assertThat(inItsThread(root.id()).isHere()).isTrue();
  }

  @Test
  void itsAuthorIsMuted() {
    Message root = ann.post("root");
    store(ann);
    answered(root.id());
    feeds.mutes().mute(ann.id());
    tells(atHome(), Reason.MUTED, ann);
  }

  @Test
  void itIsEncryptedForOthers() {
    Message root = ann.writeSealed("q83vEjRWeJA=.box");
    store(ann);
    answered(root.id());
    tells(inItsThread(root.id()), Reason.SEALED, ann);
  }

  @Test
  void itIsNoPost() {
    Message name = ann.name(ann.id(), "Ann");
    store(ann);
    tells(feeds.threads().absence(name.id()), Reason.NO_POST, ann);
    answered(name.id());
    tells(inItsThread(name.id()), Reason.NO_POST, ann);
  }

  @Test
  void ofAVoteItIsWhatThatIsOnThatIsAbsent() {
    Message vote = ann.vote(SomeFeed.of("cleo").post("not here").id(), 1);
    store(ann);
    assertThat(feeds.threads().absence(vote.id()).reason()).isEqualTo(Reason.UNKNOWN);
  }

  @Test
  void whatItsAuthorWroteBeforeIsStillArriving() throws PublishRefused {
    follow(ann.id());
    ann.post("history");
    Message newest = ann.post("newest");
    feeds.early().take(Map.of(ann.id(), List.of(newest.wire())));
    answered(newest.id());
    tells(inItsThread(newest.id()), Reason.EARLY, ann);
  }

  @Test
  void itWasRefusedAsTheSecondInItsPlace() {
    ann.post("first");
    store(ann);
    ann.rewind(1);
    Message second = ann.post("second");
    store(ann);
    answered(second.id());
    tells(inItsThread(second.id()), Reason.REFUSED, ann);
  }

  @Test
  void aReplyTellsThatItsAuthorIsFetched() throws PublishRefused {
    follow(ann.id());
    Message root = ann.post("root");
    answered(root.id(), ann.id());
    tells(inItsThread(root.id()), Reason.AWAITED, ann);
    assertThat(inItsThread(root.id()).isHere()).isFalse();
  }

  @Test
  void aReplyTellsThatItsAuthorIsBeyondReach() {
    Message root = ann.post("root");
    answered(root.id(), ann.id());
    tells(atHome(), Reason.BEYOND_REACH, ann);
  }

  @Test
  void aReplyTellsThatItsAuthorIsBlocked() throws PublishRefused {
    block(ann.id());
    Message root = ann.post("root");
    answered(root.id(), ann.id());
    tells(inItsThread(root.id()), Reason.BY_BLOCKED, ann);
  }

  @Test
  void nobodyTells() {
    Message root = ann.post("root");
    answered(root.id());
    assertThat(inItsThread(root.id())).isEqualTo(Absence.UNKNOWN);
    assertThat(feeds.threads().absence(ann.post("another").id())).isEqualTo(Absence.UNKNOWN);
  }
}
