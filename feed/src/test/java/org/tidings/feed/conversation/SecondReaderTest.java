package org.tidings.feed.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tidings.feed.TempFeeds;
import org.tidings.feed.content.Contact;
import org.tidings.feed.content.Post;
import org.tidings.feed.doctor.Depth;
import org.tidings.feed.doctor.Progress;
import org.tidings.feed.event.EventRecorder;
import org.tidings.feed.event.FeedEvent;
import org.tidings.feed.index.IndexProgress;
import org.tidings.feed.log.PublishRefused;
import org.tidings.feed.message.Message;

/// Private messages are read by the second reader, and at once when they are ours.
class SecondReaderTest extends OnPrivateTalk {

  private static final FeedEvent FURTHER = new FeedEvent.IndexesProgressed();

  /// A bit is wrong in the number up to which they have been read.
  @Test
  void messagesAreReadThoughMoreSeemToHaveBeenReadThanThereAre() {
    temp.change("UPDATE second_reader SET arrival = arrival | 1048576");
    reopen();
    tell(ann, Post.root("for you").toJson(), ann.id(), self);
    store(ann);
    assertThat(texts(ann.id())).containsExactly("for you");
  }

  /// Nothing would ever be behind it to read on with.
  @Test
  void areReadUpToTheEndThoughTheNewestIsDamaged() {
    tell(ann, Post.root("for you").toJson(), ann.id(), self);
    tell(ann, Post.root("damaged").toJson(), ann.id(), self);
    store(ann);
    temp.change("DELETE FROM opened");
    temp.change("UPDATE second_reader SET arrival = 0");
    TempFeeds.damage(feeds, ann.id(), 2);
    reopen();
    await().until(() -> feeds.indexing().isEmpty());
    assertThat(texts(ann.id())).containsExactly("for you");
  }

  /// A step finds nothing but damage.
  @Test
  void areReadThoughManyBeforeThemAreDamaged() {
    for (int i = 0; i < 500; i++) {
      ann.writeSealed("AAAA.box");
    }
    tell(bob, Post.root("for you").toJson(), bob.id(), self);
    store(ann);
    store(bob);
    temp.change("DELETE FROM opened");
    temp.change("UPDATE second_reader SET arrival = 0");
    temp.change("UPDATE messages SET wire = x'00' WHERE arrival <= 500");
    reopen();
    await().until(() -> feeds.indexing().isEmpty());
    assertThat(temp.rows("opened")).isEqualTo(1);
  }

  @Test
  void whileManyAreToBeReadSomeAreLacking() {
    for (int i = 0; i < 600; i++) {
      ann.writeSealed("AAAA.box");
    }
    temp.change(
        "CREATE TRIGGER no_reading BEFORE UPDATE ON second_reader BEGIN"
            + " SELECT RAISE(ABORT, 'full'); END");
    storeUnread(ann);
    await().until(() -> !feeds.storage().isBusy());
    assertThat(feeds.indexing()).containsExactly(new IndexProgress("private", 0, 600, true));
    temp.change("DROP TRIGGER no_reading");
    try (EventRecorder told = new EventRecorder(feeds.events())) {
      bob.writeSealed("AAAA.box");
      store(bob);
      await().until(() -> told.all().stream().filter(FURTHER::equals).count() == 2);
    }
    assertThat(feeds.indexing()).isEmpty();
  }

  @Test
  void theReaderGoesOnWhereItWas() {
    tell(ann, Post.root("before").toJson(), ann.id(), self);
    store(ann);
    reopen();
    tell(ann, Post.root("after").toJson(), ann.id(), self);
    store(ann);
    assertThat(texts(ann.id())).containsExactlyInAnyOrder("before", "after");
  }

  @Test
  void ourOwnAreThereAtOnce() throws PublishRefused {
    Message message = say(Post.root("note to self").toJson(), self);
    assertThat(texts()).containsExactly("note to self");
    assertThat(feeds.threads().of(message.id()).orElseThrow().posts()).hasSize(1);
  }

  @Test
  void whatIsForOthersStaysClosed() {
    Message message = tell(ann, Post.root("not for you").toJson(), ann.id(), bob.id());
    store(ann);
    assertThat(latest()).isEmpty();
    assertThat(feeds.log().get(message.id())).isPresent();
  }

  @Test
  void rubbishInsideStaysClosed() {
    seal(ann, "no JSON at all".getBytes(StandardCharsets.UTF_8), self);
    seal(ann, "[1, 2]".getBytes(StandardCharsets.UTF_8), self);
    ann.writeSealed("AAAA.box");
    ann.writeSealed("AAAA.box2");
    tell(ann, Post.root("but this is read").toJson(), ann.id(), self);
    store(ann);
    assertThat(texts(ann.id())).containsExactly("but this is read");
  }

  @Test
  void areThereWhileWhatAHealedFeedChangedIsBuiltAgain() {
    tell(ann, Post.root("psst").toJson(), ann.id(), self);
    tell(ann, Contact.follow(bob.id()).toJson(), ann.id(), self);
    bob.post("hello");
    store(ann, bob);
    TempFeeds.damage(feeds, bob.id(), 1);
    feeds.doctor().repair(Depth.MESSAGES, Progress.IGNORED);
    temp.refuseBuilds();
    // Nor can private messages be read again.
    temp.change(
        "CREATE TRIGGER no_reading BEFORE INSERT ON contacts BEGIN"
            + " SELECT RAISE(ABORT, 'full'); END");
    storeUnread(bob);
    await().until(() -> !feeds.storage().isBusy());
    assertThat(feeds.indexing()).isNotEmpty();
    assertThat(texts(ann.id())).containsExactly("psst");
    temp.change("DROP TRIGGER no_reading");
    temp.allowBuilds();
    reopen();
    temp.settled();
    assertThat(texts(ann.id())).containsExactly("psst");
    assertThat(feeds.doctor().examine(Depth.INDEXES, Progress.IGNORED).damage()).isEmpty();
  }

  /// They had an SQL index less.
  @Test
  void areThereWhileThoseOfTheVersionBeforeAreBuiltAgain() {
    tell(ann, Post.root("psst").toJson(), ann.id(), self);
    store(ann);
    temp.refuseBuilds();
    temp.change("UPDATE indexes SET version = 4 WHERE name = 'private'");
    reopen();
    assertThat(feeds.indexing()).extracting(IndexProgress::index).containsExactly("private");
    assertThat(texts(ann.id())).containsExactly("psst");
    temp.allowBuilds();
    reopen();
    temp.settled();
    assertThat(texts(ann.id())).containsExactly("psst");
    assertThat(feeds.doctor().examine(Depth.INDEXES, Progress.IGNORED).damage()).isEmpty();
  }

  /// It was damaged before it was read, or moved behind one that comes again.
  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void whatAHealedFeedSaysIsRead(int sequence) {
    tell(ann, Post.root("psst").toJson(), ann.id(), self);
    tell(ann, Post.root("psst again").toJson(), ann.id(), self);
    store(ann);
    TempFeeds.damage(feeds, ann.id(), sequence);
    temp.change("DELETE FROM messages WHERE arrival = 1 AND %d = 1".formatted(sequence));
    temp.change("DELETE FROM opened WHERE arrival = %d".formatted(sequence));
    feeds.doctor().repair(Depth.MESSAGES, Progress.IGNORED);
    store(ann);
    assertThat(texts(ann.id())).containsExactlyInAnyOrder("psst", "psst again");
    assertThat(latest()).hasSize(1);
    assertThat(feeds.doctor().examine(Depth.INDEXES, Progress.IGNORED).damage()).isEmpty();
  }

  /// Two rows are gone side by side, and nobody knows whose number was which.
  @Test
  void aLostOneThatComesAgainIsNotSeenToSayWhatAnotherSaid() {
    tell(ann, Post.root("one").toJson(), ann.id(), self);
    store(ann);
    tell(bob, Post.root("between bob and you").toJson(), bob.id(), self);
    store(bob);
    tell(ann, Post.root("two").toJson(), ann.id(), self);
    tell(ann, Post.root("three").toJson(), ann.id(), self);
    store(ann);
    tell(bob, Post.root("and more").toJson(), bob.id(), self);
    store(bob);
    temp.change("DELETE FROM messages WHERE arrival IN (2, 3)");
    feeds.doctor().repair(Depth.MESSAGES, Progress.IGNORED);
    temp.refuseBuilds();
    storeUnread(ann);
    assertThat(texts(bob.id())).isEmpty();
    temp.allowBuilds();
    store(bob);
    assertThat(texts(bob.id())).containsExactly("and more", "between bob and you");
    assertThat(texts(ann.id())).containsExactly("three", "two", "one");
  }

  @Test
  void messagesOfOneTypeAreFoundAmongAllOthers() {
    tell(ann, Post.root("psst").toJson(), ann.id(), self);
    tell(ann, Contact.follow(bob.id()).toJson(), ann.id(), self);
    tell(ann, Post.root("psst again").toJson(), ann.id(), self);
    store(ann);
    assertThat(feeds.opened().ofType("post", 0, 10, true, 10)).containsExactly(3L, 1L);
    assertThat(feeds.opened().ofType("post", 0, 10, false, 1)).containsExactly(1L);
    assertThat(feeds.opened().ofType("contact", 2, 3, false, 10)).containsExactly(2L);
    assertThat(temp.plan(Opened.OF_TYPE, "post", 0, 10).getFirst()).contains("opened_by_type");
  }
}
