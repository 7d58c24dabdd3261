package org.tidings.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tidings.feed.content.Post;
import org.tidings.feed.doctor.Depth;
import org.tidings.feed.doctor.Finding;
import org.tidings.feed.doctor.Progress;
import org.tidings.feed.local.Witness;
import org.tidings.feed.log.GateState.Held;
import org.tidings.feed.log.GateState.Open;
import org.tidings.feed.log.GateState.Reason;
import org.tidings.feed.log.PublishRefused;
import org.tidings.feed.message.Message;
import org.tidings.feed.message.Sequence;

/// A bit is wrong on disk in one of the numbers that the store counts by: what the messages say is
/// believed.
class DamagedNumbersTest extends OnFreshFeeds {

  private static final int STORED = 20;

  private final SomeFeed ann = SomeFeed.of("ann");
  private final SomeFeed bob = SomeFeed.of("bob");

  @BeforeEach
  void fill() {
    for (int i = 0; i < STORED / 2; i++) {
      ann.post("ann " + i);
      bob.post("bob " + i);
    }
    store(ann, bob);
    temp.settled();
  }

  private List<Finding> damage(Depth depth) {
    return feeds.doctor().examine(depth, Progress.IGNORED).damage();
  }

  private long arrivalOfAPost() throws PublishRefused {
    Message post = feeds.publisher().publish(Post.root("mine").toJson());
    return feeds.log().get(post.id()).orElseThrow().arrival().number();
  }

  @ParameterizedTest
  @ValueSource(strings = {"threads", "search", "sizes"})
  void anIndexThatSaysToBeBehindIsBuiltAnew(String index) {
    temp.change("UPDATE indexes SET arrival = arrival & ~16 WHERE name = '" + index + "'");
    reopen();
    temp.settled();
    assertThat(damage(Depth.INDEXES)).isEmpty();
  }

  @Test
  void messagesGoOnBeingStoredWhereTheLastArrivalIsTooLow() throws PublishRefused {
    temp.change("UPDATE sqlite_sequence SET seq = seq & ~16 WHERE name = 'messages'");
    reopen();
    assertThat(arrivalOfAPost()).isEqualTo(STORED + 1);
  }

  @Test
  void theArrivalOfADroppedMessageIsNotGivenOutAgain() throws PublishRefused {
    temp.change("UPDATE sqlite_sequence SET seq = seq & ~16 WHERE name = 'messages'");
    reopen();
    feeds.storage().drop(bob.id());
    await().until(() -> feeds.log().head(bob.id()).isEmpty());
    reopen();
    assertThat(arrivalOfAPost()).isEqualTo(STORED + 1);
  }

  @Test
  void publishingIsHeldWhereMoreOfOurFeedHasLeftThanThereIs() throws PublishRefused {
    feeds.publisher().publish(Post.root("mine").toJson());
    temp.change("UPDATE gate SET released = released | 1048576");
    reopen();
    assertThat(feeds.gate().state()).isEqualTo(new Held(Reason.COPIED));
    assertThat(damage(Depth.MESSAGES)).singleElement().isInstanceOf(Finding.ShortOwnFeed.class);
    feeds.gate().override();
    reopen();
    assertThat(feeds.gate().state()).isEqualTo(new Open());
    assertThat(feeds.gate().release(Sequence.FIRST)).isTrue();
    assertThat(witness().released()).isEqualTo(OptionalLong.of(1));
  }

  private Witness witness() {
    return new Witness(temp.folder().resolveSibling("state"), feeds.identity().id());
  }
}
