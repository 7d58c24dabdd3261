package org.tidings.feed.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tidings.crypto.box.PrivateBox;
import org.tidings.crypto.box.RecipientException;
import org.tidings.feed.OnFreshFeeds;
import org.tidings.feed.SomeFeed;
import org.tidings.feed.TempFeeds;
import org.tidings.feed.content.Contact;
import org.tidings.feed.content.Post;
import org.tidings.feed.doctor.Depth;
import org.tidings.feed.doctor.Progress;
import org.tidings.feed.event.EventRecorder;
import org.tidings.feed.event.FeedEvent;
import org.tidings.feed.index.IndexProgress;
import org.tidings.feed.index.PostView;
import org.tidings.feed.index.ThreadView;
import org.tidings.feed.index.TimelineFilter;
import org.tidings.feed.index.TimelineKey;
import org.tidings.feed.json.Json;
import org.tidings.feed.json.JsonArray;
import org.tidings.feed.json.JsonObject;
import org.tidings.feed.json.JsonWriter;
import org.tidings.feed.log.PublishRefused;
import org.tidings.feed.message.Message;
import org.tidings.feed.ref.FeedId;

/// Private messages, read by the second reader and at once when they are ours.
class ConversationsTest extends OnFreshFeeds {

  private static final FeedEvent FURTHER = new FeedEvent.IndexesProgressed();

  private final SomeFeed ann = SomeFeed.of("ann");
  private final SomeFeed bob = SomeFeed.of("bob");
  private FeedId self;

  @BeforeEach
  void write() {
    self = feeds.identity().id();
  }

  private static JsonObject forThem(JsonObject content, FeedId... recipients) {
    List<Json> ids = Arrays.stream(recipients).map(id -> Json.of(id.toString())).toList();
    return content.with("recps", new JsonArray(ids));
  }

  private static Message tell(SomeFeed author, JsonObject content, FeedId... recipients) {
    return seal(author, JsonWriter.compact(forThem(content, recipients)), recipients);
  }

  private static Message seal(SomeFeed author, byte[] plain, FeedId... recipients) {
    try {
      byte[] boxed =
          PrivateBox.seal(
              plain, Stream.of(recipients).map(FeedId::key).toList(), new SecureRandom());
      return author.writeSealed(Base64.getEncoder().encodeToString(boxed) + ".box");
    } catch (RecipientException refused) {
      throw new IllegalArgumentException(refused);
    }
  }

  private Message say(JsonObject content, FeedId... recipients) throws PublishRefused {
    return feeds.publisher().publishPrivate(forThem(content, recipients), List.of(recipients));
  }

  private List<Conversation> latest() {
    return feeds.conversations().latest(TimelineKey.TOP, 10);
  }

  private List<String> texts(FeedId... others) {
    return feeds.conversations().posts(List.of(others), TimelineKey.TOP, 10).stream()
        .map(post -> post.post().text())
        .toList();
  }

  @Override
  protected void store(SomeFeed... authors) {
    super.store(authors);
    temp.settled();
  }

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

  /// The list goes on behind it as if it could be read.
  @Test
  void aConversationShowsWhatWasSaidBeforeWhileItsNewestPostIsDamaged() {
    tell(ann, Post.root("can be read").toJson(), ann.id(), self);
    store(ann);
    tell(bob, Post.root("of another").toJson(), bob.id(), self);
    store(bob);
    tell(ann, Post.root("damaged").toJson(), ann.id(), self);
    tell(ann, Post.root("damaged as well").toJson(), ann.id(), self);
    store(ann);
    TempFeeds.damage(feeds, ann.id(), 2);
    TempFeeds.damage(feeds, ann.id(), 3);
    Conversation first = feeds.conversations().latest(TimelineKey.TOP, 1).getFirst();
    assertThat(first.newest().orElseThrow().post().text()).isEqualTo("can be read");
    assertThat(feeds.conversations().latest(first.key(), 1))
        .singleElement()
        .satisfies(
            next -> assertThat(next.newest().orElseThrow().post().text()).isEqualTo("of another"));
  }

  @Test
  void aConversationOfWhichNothingCanBeReadIsListedAllTheSame() {
    tell(ann, Post.root("damaged").toJson(), ann.id(), self);
    tell(bob, Post.root("can be read").toJson(), bob.id(), self);
    store(ann, bob);
    TempFeeds.damage(feeds, ann.id(), 1);
    List<Conversation> latest = feeds.conversations().latest(TimelineKey.TOP, 2);
    assertThat(latest)
        .extracting(Conversation::otherIds)
        .containsExactlyInAnyOrder(List.of(ann.id()), List.of(bob.id()));
    assertThat(latest)
        .filteredOn(conversation -> conversation.newest().isEmpty())
        .extracting(Conversation::otherIds)
        .containsExactly(List.of(ann.id()));
    assertThat(feeds.conversations().isBegun(List.of(ann.id()))).isTrue();
    assertThat(feeds.conversations().isBegun(List.of(SomeFeed.of("cleo").id()))).isFalse();
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
    super.store(ann);
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
  void theSamePeopleShareOneConversation() throws PublishRefused {
    tell(ann, Post.root("for you two").toJson(), ann.id(), self, bob.id());
    tell(bob, Post.root("thanks").toJson(), self, bob.id(), ann.id());
    tell(ann, Post.root("for you alone").toJson(), ann.id(), self);
    store(ann, bob);
    say(Post.root("likewise").toJson(), self, ann.id());
    assertThat(latest()).hasSize(2);
    assertThat(texts(ann.id(), bob.id())).containsExactlyInAnyOrder("for you two", "thanks");
    assertThat(texts(ann.id())).containsExactlyInAnyOrder("for you alone", "likewise");
  }

  @Test
  void whatCameLastIsToldWheneverItWasWrittenUntilItIsSeen() throws PublishRefused {
    tell(ann, Post.root("first").toJson(), ann.id(), self);
    store(ann);
    Message ours = say(Post.root("answer").toJson(), self, ann.id());
    tell(ann, Post.root("late").toJson(), ann.id(), self);
    store(ann);
    assertThat(latest().getFirst().newest().orElseThrow().id()).isEqualTo(ours.id());
    List<LatestWord> words = feeds.conversations().unseenAfter(0, 10);
    assertThat(words)
        .singleElement()
        .satisfies(word -> assertThat(word.post().post().text()).isEqualTo("late"))
        .satisfies(word -> assertThat(word.others()).containsExactly(ann.id()));
    TimelineKey late = words.getFirst().post().times().key();
    assertThat(feeds.conversations().unseenAfter(late.arrival(), 10)).isEmpty();
    feeds.seenMarks().seen(feeds.conversations().listOf(List.of(ann.id())), late);
    assertThat(feeds.conversations().unseenAfter(0, 10)).isEmpty();
  }

  @Test
  void whatCameLastIsFoundBehindWhatIsSeen() {
    tell(ann, Post.root("to both").toJson(), ann.id(), self, bob.id());
    tell(ann, Post.root("to you").toJson(), ann.id(), self);
    store(ann);
    tell(bob, Post.root("seen").toJson(), bob.id(), self);
    tell(bob, Post.root("to ann and you").toJson(), ann.id(), self, bob.id());
    tell(bob, Post.root("seen, too").toJson(), bob.id(), self);
    store(bob);
    TimelineKey newest = new TimelineKey(Long.MAX_VALUE, feeds.conversations().arrived());
    assertThat(newest.arrival()).isEqualTo(5);
    feeds.seenMarks().seen(feeds.conversations().listOf(List.of(bob.id())), newest);
    assertThat(unseen(1)).containsExactly("to ann and you");
    assertThat(unseen(9)).containsExactly("to ann and you", "to you");
  }

  private List<String> unseen(int limit) {
    return feeds.conversations().unseenAfter(0, limit).stream()
        .map(word -> word.post().post().text())
        .toList();
  }

  /// However many conversations there are.
  @Test
  void whatCameAfterANumberIsFoundByAnIndex() {
    assertThat(temp.plan(Conversations.LATEST_WORDS, 1, 9, 1, 9).getFirst())
        .contains("private_posts_in_order (arrival>? AND arrival<?)");
  }

  @Test
  void aPrivateMessageThatNamesNobodyDoesNotLookLikeOneInTheOpen() {
    Message message = seal(ann, JsonWriter.compact(Post.root("psst").toJson()), self);
    store(ann);
    PostView post = feeds.threads().of(message.id()).orElseThrow().posts().getFirst();
    assertThat(post.isPrivate()).isTrue();
    assertThat(post.othersThan(self)).containsExactly(ann.id());
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
  void aPrivatePostDoesNotOpenTheThreadOfThoseWhoAnswerItInTheOpen() {
    Message root = tell(ann, Post.root("psst").toJson(), ann.id(), self);
    bob.reply("I heard you", root.id(), root.id());
    store(ann, bob);
    assertThat(texts(ann.id())).containsExactly("psst");
    assertThat(feeds.timeline().home(TimelineFilter.EVERYBODY, TimelineKey.TOP, 10))
        .singleElement()
        .satisfies(
            thread -> {
              assertThat(thread.opening()).isEmpty();
              assertThat(thread.newest()).hasSize(1);
            });
  }

  @Test
  void thoseWhoAnswerAPrivatePostInTheOpenHaveAThreadOfTheirOwn() {
    Message root = tell(ann, Post.root("psst").toJson(), ann.id(), self);
    bob.reply("I heard you", root.id(), root.id());
    store(ann, bob);
    ThreadView open = feeds.threads().inTheOpen(root.id(), 10).orElseThrow();
    assertThat(open.opening()).isEmpty();
    assertThat(open.posts()).extracting(post -> post.post().text()).containsExactly("I heard you");
    assertThat(feeds.threads().of(root.id()).orElseThrow().posts())
        .extracting(post -> post.post().text())
        .containsExactly("psst");
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
    super.store(bob);
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

  @Test
  void staySeenWhenALostOneBeforeThemComesAgain() {
    for (String text : List.of("one", "two", "three")) {
      tell(ann, Post.root(text).toJson(), ann.id(), self);
      bob.post("in between");
      temp.ingest(List.of(ann.values().getLast(), bob.values().getLast()), TempFeeds.IMPORT);
    }
    temp.settled();
    feeds
        .seenMarks()
        .seen(feeds.conversations().listOf(List.of(ann.id())), latest().getFirst().key());
    temp.change("DELETE FROM messages WHERE arrival = 1");
    feeds.doctor().repair(Depth.MESSAGES, Progress.IGNORED);
    store(ann);
    assertThat(texts(ann.id())).containsExactly("three", "two", "one");
    assertThat(latest().getFirst().unread()).isZero();
    assertThat(feeds.conversations().unseenAfter(0, 10)).isEmpty();
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
    super.store(ann);
    assertThat(texts(bob.id())).isEmpty();
    temp.allowBuilds();
    store(bob);
    assertThat(texts(bob.id())).containsExactly("and more", "between bob and you");
    assertThat(texts(ann.id())).containsExactly("three", "two", "one");
  }

  @Test
  void privatePostsAreNotInTheTimeline() {
    tell(ann, Post.root("hush").toJson(), ann.id(), self);
    store(ann);
    assertThat(feeds.timeline().home(TimelineFilter.EVERYBODY, TimelineKey.TOP, 10)).isEmpty();
  }

  @Test
  void unreadPostsAreCountedUntilTheyWereSeen() {
    tell(ann, Post.root("one").toJson(), ann.id(), self);
    tell(ann, Post.root("two").toJson(), ann.id(), self);
    store(ann);
    assertThat(latest().getFirst().unread()).isEqualTo(2);
    feeds
        .seenMarks()
        .seen(feeds.conversations().listOf(List.of(ann.id())), latest().getFirst().key());
    assertThat(latest().getFirst().unread()).isZero();
  }

  @Test
  void whatWasSeenInItsThreadIsNotUnread() {
    Message one = tell(ann, Post.root("one").toJson(), ann.id(), self);
    Message two = tell(ann, Post.root("two").toJson(), ann.id(), self);
    store(ann);
    TimelineKey newest = latest().getFirst().key();
    feeds.seenMarks().seen(Conversations.listOf(two.id()), newest);
    assertThat(latest().getFirst().unread()).isEqualTo(1);
    assertThat(feeds.conversations().unseenAfter(0, 10))
        .extracting(word -> word.post().id())
        .containsExactly(one.id());
    feeds.seenMarks().seen(Conversations.listOf(one.id()), newest);
    assertThat(latest().getFirst().unread()).isZero();
    assertThat(feeds.conversations().unseenAfter(0, 10)).isEmpty();
  }

  @Test
  void whatComesLateIsUnreadThoughItWasWrittenBeforeWhatWasSeen() throws PublishRefused {
    Conversations talks = feeds.conversations();
    tell(bob, Post.root("written first").toJson(), ann.id(), self, bob.id());
    ann.post("in the open");
    tell(ann, Post.root("comes first").toJson(), ann.id(), self, bob.id());
    store(ann);
    List<FeedId> others = List.of(ann.id(), bob.id());
    say(Post.root("I see").toJson(), self, ann.id(), bob.id());
    feeds
        .seenMarks()
        .seen(
            talks.listOf(others),
            new TimelineKey(latest().getFirst().key().shownMs(), talks.arrived(others)));
    assertThat(latest().getFirst().unread()).isZero();
    store(bob);
    assertThat(texts(ann.id(), bob.id())).last().isEqualTo("written first");
    assertThat(latest().getFirst().unread()).isEqualTo(1);
  }

  /// However many have been read.
  @Test
  void whatIsUnreadIsFoundByAnIndex() {
    assertThat(temp.plan(Conversations.UNREAD, 1, 1, 1, 9))
        .anyMatch(step -> step.contains("private_posts_by_arrival (conversation=? AND arrival>?)"));
  }

  @Test
  void theBlockedAreNotHeard() throws PublishRefused {
    tell(ann, Post.root("rude").toJson(), ann.id(), self);
    store(ann);
    block(ann.id());
    assertThat(latest()).isEmpty();
    assertThat(texts(ann.id())).isEmpty();
  }

  @Test
  void whatTheMutedSayStandsThereAndIsNotNew() {
    tell(ann, Post.root("one").toJson(), ann.id(), self, bob.id());
    tell(bob, Post.root("two").toJson(), ann.id(), self, bob.id());
    store(ann, bob);
    feeds.mutes().mute(bob.id());
    assertThat(texts(ann.id(), bob.id())).containsExactlyInAnyOrder("one", "two");
    assertThat(latest()).extracting(Conversation::unread).containsExactly(1);
    assertThat(feeds.conversations().unseenAfter(0, 10))
        .extracting(word -> word.post().post().text())
        .containsExactly("one");
    feeds.mutes().mute(ann.id());
    assertThat(latest()).extracting(Conversation::unread).containsExactly(0);
    assertThat(feeds.conversations().unseenAfter(0, 10)).isEmpty();
  }

  @Test
  void theListIsMadeFromOnePostOfEachWhoWrites() {
    for (int i = 0; i < 20; i++) {
      tell(ann, Post.root("ann " + i).toJson(), ann.id(), self, bob.id());
      tell(bob, Post.root("bob " + i).toJson(), ann.id(), self, bob.id());
    }
    store(ann, bob);
    assertThat(temp.rows("newest_posts")).isEqualTo(2);
    assertThat(latest())
        .singleElement()
        .satisfies(
            conversation ->
                assertThat(conversation.newest().orElseThrow().post().text())
                    .isIn("ann 19", "bob 19"));
  }

  @Test
  void whatTheOthersSaidLastIsShownWhenOneIsBlocked() throws PublishRefused {
    tell(ann, Post.root("kind").toJson(), ann.id(), self, bob.id());
    store(ann);
    tell(bob, Post.root("rude").toJson(), ann.id(), self, bob.id());
    store(bob);
    block(bob.id());
    assertThat(latest())
        .singleElement()
        .satisfies(
            conversation ->
                assertThat(conversation.newest().orElseThrow().post().text()).isEqualTo("kind"));
  }

  @Test
  void aPrivateBlockOutweighsAPublicFollow() throws PublishRefused {
    follow(ann.id());
    say(Contact.block(ann.id()).toJson(), self);
    assertThat(feeds.graph().hops(ann.id()).isBlocked()).isTrue();
    follow(ann.id());
    assertThat(feeds.graph().hops(ann.id()).isBlocked()).isTrue();
    assertThat(temp.reopen().graph().hops(ann.id()).isBlocked()).isTrue();
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
  void repliesStayInTheirThread() {
    Message root = tell(ann, Post.root("root").toJson(), ann.id(), self);
    Message reply =
        tell(ann, Post.reply("reply", root.id(), List.of(root.id())).toJson(), ann.id(), self);
    store(ann);
    var thread = feeds.threads().of(reply.id()).orElseThrow();
    assertThat(thread.root()).isEqualTo(root.id());
    assertThat(thread.posts())
        .extracting(post -> post.post().text())
        .containsExactly("root", "reply");
    assertThat(thread.posts().getFirst().recipients()).containsExactly(ann.id(), self);
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
