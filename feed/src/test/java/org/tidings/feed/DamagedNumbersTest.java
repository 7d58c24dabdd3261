package org.tidings.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tidings.feed.content.Post;
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

  private long arrivalOfAPost() throws PublishRefused {
    Message post = feeds.publisher().publish(Post.root("mine").toJson());
    return feeds.log().get(post.id()).orElseThrow().arrival().number();
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
