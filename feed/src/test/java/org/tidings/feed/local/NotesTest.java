package org.tidings.feed.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tidings.feed.Corpus;
import org.tidings.feed.OnFreshFeeds;
import org.tidings.feed.SomeFeed;
import org.tidings.feed.TempFeeds;
import org.tidings.feed.content.Post;
import org.tidings.feed.event.EventRecorder;
import org.tidings.feed.event.FeedEvent;
import org.tidings.feed.index.IndexDump;
import org.tidings.feed.index.TimelineFilter;
import org.tidings.feed.index.TimelineKey;
import org.tidings.feed.json.JsonObject;
import org.tidings.feed.local.Bookmarks.Bookmark;
import org.tidings.feed.local.Invites.Invite;
import org.tidings.feed.local.PeerRecord.History;
import org.tidings.feed.ref.BlobId;
import org.tidings.feed.ref.MessageId;

/// What only the person knows.
class NotesTest extends OnFreshFeeds {

  /// Of copies of our feed that are elsewhere, which there are not here.
  private static final Set<String> OF_OTHER_COPIES = Set.of("copies", "departures");

  private final SomeFeed ann = SomeFeed.of("ann");
  private MessageId root;

  @BeforeEach
  void write() {
    ann.name(ann.id(), "Ann");
    root = ann.post("root").id();
    store(ann);
  }

  @Test
  void aPetnameIsShownBeforeEveryOtherName() {
    feeds.petnames().save(ann.id(), "  Annie from work ");
    assertThat(feeds.profiles().byline(ann.id()).name()).isEqualTo("Annie from work");
    assertThat(feeds.petnames().all()).isEqualTo(Map.of(ann.id(), "Annie from work"));
    feeds.petnames().save(ann.id(), " ");
    assertThat(feeds.profiles().byline(ann.id()).name()).isEqualTo("Ann");
  }

  @Test
  void aPetnameOfWhichNothingCanBeSeenIsNone() {
    feeds.petnames().save(ann.id(), "Annie");
    feeds.petnames().save(ann.id(), "\u200b\u2800");
    assertThat(feeds.petnames().all()).isEmpty();
    feeds.petnames().save(ann.id(), "Annie");
    temp.change("UPDATE petnames SET name = char(8203)");
    assertThat(feeds.profiles().byline(ann.id()).name()).isEqualTo("Ann");
  }

  @Test
  void whoShowsNamesLearnsOfAPetname() {
    try (EventRecorder events = new EventRecorder(feeds.events())) {
      feeds.petnames().save(ann.id(), "Annie");
      await().until(() -> events.has(FeedEvent.GraphChanged.class));
    }
  }

  @Test
  void somebodyIsFoundByPetname() {
    feeds.petnames().save(ann.id(), "Zoë");
    assertThat(feeds.profiles().named("zoe", 10))
        .extracting(found -> found.id())
        .containsExactly(ann.id());
  }

  @Test
  void theMutedAreOutOfSightButNotOutOfTheirThreads() {
    feeds.mutes().mute(ann.id());
    assertThat(feeds.timeline().home(TimelineFilter.EVERYBODY, TimelineKey.TOP, 10)).isEmpty();
    assertThat(feeds.threads().of(root).orElseThrow().posts()).hasSize(1);
    feeds.mutes().unmute(ann.id());
    assertThat(feeds.timeline().home(TimelineFilter.EVERYBODY, TimelineKey.TOP, 10)).hasSize(1);
  }

  @Test
  void aMutedThreadIsOutOfSight() {
    feeds.mutes().mute(root);
    assertThat(feeds.mutes().threads()).containsExactly(root);
    assertThat(feeds.timeline().home(TimelineFilter.EVERYBODY, TimelineKey.TOP, 10)).isEmpty();
    feeds.mutes().unmute(root);
    assertThat(feeds.timeline().home(TimelineFilter.EVERYBODY, TimelineKey.TOP, 10)).hasSize(1);
  }

  @Test
  void bookmarksComeNewestFirstPageByPage() {
    for (int i = 0; i < 5; i++) {
      feeds.bookmarks().add(new Bookmark(ann.post("post " + i).id(), 100 + i, "note " + i));
    }
    List<Bookmark> first = feeds.bookmarks().newest(2);
    assertThat(first).extracting(Bookmark::note).containsExactly("note 4", "note 3");
    assertThat(feeds.bookmarks().after(first.getLast(), 10))
        .extracting(Bookmark::note)
        .containsExactly("note 2", "note 1", "note 0");
    feeds.bookmarks().remove(first.getFirst().message());
    assertThat(feeds.bookmarks().contains(first.getFirst().message())).isFalse();
  }

  @Test
  void marksOfWhatWasSeenNeverMoveBackwards() {
    feeds.seenMarks().seen("activity", new TimelineKey(10, 5));
    feeds.seenMarks().seen("activity", new TimelineKey(10, 4));
    assertThat(feeds.seenMarks().of("activity")).isEqualTo(new TimelineKey(10, 5));
    feeds.seenMarks().seen("activity", new TimelineKey(9, 7));
    assertThat(feeds.seenMarks().of("activity")).isEqualTo(new TimelineKey(10, 7));
  }

  @Test
  void buildingEveryIndexAgainTouchesNoneOfIt() {
    temp.ingest(Corpus.values(), TempFeeds.IMPORT);
    noteOfEveryKind();
    temp.settled().close();
    Map<String, List<String>> before = IndexDump.notes(temp.folder());
    before.forEach(
        (table, rows) -> {
          if (!OF_OTHER_COPIES.contains(table)) {
            assertThat(rows).as(table).isNotEmpty();
          }
        });
    IndexDump.outdate(temp.folder());
    reopen();
    feeds.rebuildIndexes();
    temp.settled().close();
    IndexDump.assertSame(IndexDump.notes(temp.folder()), before);
    reopen();
  }

  private void noteOfEveryKind() {
    feeds.petnames().save(ann.id(), "Annie");
    feeds.mutes().mute(ann.id());
    feeds.mutes().mute(root);
    feeds.hiddenWords().add("spoiler");
    feeds.bookmarks().add(new Bookmark(root, 1, "again"));
    feeds.drafts().save("new post", "half a thought");
    List<JsonObject> posts = List.of(Post.root("later").toJson());
    feeds.outbox().add(new OutboxEntry(0, 1, "new post", List.of(), posts), Map.of());
    feeds.strangers().called(SomeFeed.of("stranger").id(), 7);
    feeds.seenMarks().seen("activity", new TimelineKey(10, 5));
    feeds.readMarks().seen(root, 2);
    History history = new History(1, Optional.of(5L));
    feeds.peerMemory().save(new PeerRecord(ann.id(), "net:ann:8008~shs:a", "lan", true, history));
    feeds.peerMemory().saveClock(ann.id(), Map.of(ann.id(), 2L));
    feeds.wantedBlobs().add(BlobId.of(new byte[32]));
    feeds.invites().add(SomeFeed.of("guest").id(), new Invite(2, "welcome"));
    SomeFeed forked = SomeFeed.of("ann");
    forked.post("another first post");
    store(forked);
  }
}
