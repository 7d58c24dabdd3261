package org.tidings.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tidings.feed.content.Post;
import org.tidings.feed.doctor.Depth;
import org.tidings.feed.doctor.Finding;
import org.tidings.feed.doctor.Progress;
import org.tidings.feed.log.PublishRefused;
import org.tidings.feed.message.Message;

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
}
