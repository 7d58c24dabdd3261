package org.tidings.replication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.tidings.feed.TempFeeds;
import org.tidings.feed.content.Contact;
import org.tidings.feed.json.JsonObject;
import org.tidings.feed.local.Delivery;
import org.tidings.feed.message.Sequence;
import org.tidings.feed.ref.FeedId;

/// Where copies of a post are, as seen by its author, over real connections.
@Timeout(60)
class DeliveryTest {
  @TempDir private Path temp;

  @Test
  void itLeavesForAFriendWhoSaysSo() throws Exception {
    FeedId friend;
    try (TestPeer author = TestPeer.start(temp.resolve("author"))) {
      post(author);
      assertThat(delivery(author).lastLeft()).as("nobody met").isEmpty();
      try (TestPeer bob = TestPeer.start(temp.resolve("bob"))) {
        friend = bob.id();
        author.feeds().publisher().publish(Contact.follow(friend).toJson());
        bob.feeds().publisher().publish(Contact.follow(author.id()).toJson());
        bob.connect(author.address());
        await().until(() -> bob.feeds().log().head(author.id()).isPresent());

        await().until(() -> reached(author).contains(friend));
        await().until(() -> delivery(author).holders().contains(friend));
      }
    }
    try (TestPeer author = TestPeer.start(temp.resolve("author"))) {
      assertThat(delivery(author).holders()).as("after a restart").containsExactly(friend);
      assertThat(delivery(author).lastLeft()).isPresent();
    }
  }

  @Test
  void itHasLeftOnceTheOtherSideAnswersBehindIt() throws Exception {
    TempFeeds store = new TempFeeds(temp.resolve("author"));
    try (TestPeer author = TestPeer.confirming(store.feeds());
        TestPeer bob = TestPeer.start(temp.resolve("bob"))) {
      post(author);
      author.feeds().publisher().publish(Contact.follow(bob.id()).toJson());
      bob.feeds().publisher().publish(Contact.follow(author.id()).toJson());
      bob.connect(author.address());

      await().until(() -> delivery(author).lastLeft().isPresent());
      assertThat(reached(author)).containsExactly(bob.id());
    }
  }

  @Test
  void whatCameThereJustBeforeWeQuitHasLeft() throws Exception {
    try (TestPeer bob = TestPeer.start(temp.resolve("bob"))) {
      try (TestPeer author = TestPeer.start(temp.resolve("author"))) {
        post(author);
        author.feeds().publisher().publish(Contact.follow(bob.id()).toJson());
        bob.feeds().publisher().publish(Contact.follow(author.id()).toJson());
        bob.connect(author.address());
        await().until(() -> bob.feeds().log().head(author.id()).isPresent());
      }
      try (TestPeer author = TestPeer.start(temp.resolve("author"))) {
        assertThat(delivery(author).lastLeft()).isPresent();
      }
    }
  }

  @Test
  void aFriendWhoGotItFromAnotherIsKnownToHoldIt() throws Exception {
    try (TestPeer author = TestPeer.start(temp.resolve("author"));
        TestPeer bob = TestPeer.start(temp.resolve("bob"));
        TestPeer carol = TestPeer.start(temp.resolve("carol"))) {
      post(author);
      author.feeds().publisher().publish(Contact.follow(bob.id()).toJson());
      author.feeds().publisher().publish(Contact.follow(carol.id()).toJson());
      bob.feeds().publisher().publish(Contact.follow(author.id()).toJson());
      carol.feeds().publisher().publish(Contact.follow(author.id()).toJson());
      bob.connect(author.address());
      await().until(() -> bob.feeds().log().head(author.id()).isPresent());
      carol.connect(bob.address());
      await().until(() -> carol.feeds().log().head(author.id()).isPresent());
      assertThat(reached(author)).doesNotContain(carol.id());

      carol.connect(author.address());
      await().until(() -> delivery(author).holders().contains(carol.id()));
    }
  }

  @Test
  void whoHasWhatOthersWroteIsKnownWhileTheyAreConnectedAndAfterwards() throws Exception {
    try (TestPeer reader = TestPeer.start(temp.resolve("reader"))) {
      FeedId friend;
      FeedId author;
      try (TestPeer bob = TestPeer.start(temp.resolve("bob"))) {
        friend = bob.id();
        try (TestPeer far = TestPeer.start(temp.resolve("author"))) {
          author = far.id();
          post(far);
          bob.feeds().publisher().publish(Contact.follow(author).toJson());
          bob.connect(far.address());
          await().until(() -> bob.feeds().log().head(author).isPresent());
        }
        reader.feeds().publisher().publish(Contact.follow(author).toJson());
        reader.feeds().publisher().publish(Contact.follow(friend).toJson());
        reader.connect(bob.address());
        await().until(() -> reader.feeds().log().head(author).isPresent());
        assertThat(reader.replication().holdersOf(author, Sequence.FIRST)).contains(friend);
        assertThat(reader.replication().holdersOf(author, new Sequence(2))).isEmpty();
      }
      await().until(() -> reader.connected().isEmpty());
      assertThat(reader.replication().holdersOf(author, Sequence.FIRST)).containsExactly(friend);
    }
  }

  @Test
  void ofStrangersNothingIsKept() throws Exception {
    FeedId stranger;
    try (TestPeer author = TestPeer.start(temp.resolve("author"));
        TestPeer reader = TestPeer.start(temp.resolve("stranger"))) {
      stranger = reader.id();
      post(author);
      reader.feeds().publisher().publish(Contact.follow(author.id()).toJson());
      reader.connect(author.address());
      await().until(() -> reader.feeds().log().head(author.id()).isPresent());
      post(author);
      await().until(() -> reader.feeds().log().count() == 3);
    }
    try (TestPeer author = TestPeer.start(temp.resolve("author"))) {
      assertThat(reached(author)).isEmpty();
      assertThat(author.feeds().peerMemory().clockOf(stranger)).isEmpty();
    }
  }

  private static void post(TestPeer author) throws Exception {
    author
        .feeds()
        .publisher()
        .publish(JsonObject.builder().put("type", "post").put("text", "hello").build());
  }

  private static Set<FeedId> reached(TestPeer author) {
    Set<FeedId> reached = new HashSet<>(delivery(author).holders());
    reached.addAll(delivery(author).sentTo());
    return reached;
  }

  private static Delivery delivery(TestPeer author) {
    return author.feeds().copies().of(Sequence.FIRST);
  }
}
