package org.tidings.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tidings.crypto.box.PrivateBox;
import org.tidings.crypto.box.RecipientException;
import org.tidings.feed.content.Post;
import org.tidings.feed.doctor.Scrub;
import org.tidings.feed.event.FeedEvents;
import org.tidings.feed.index.IndexRunner;
import org.tidings.feed.index.TimelineKey;
import org.tidings.feed.index.Unboxer;
import org.tidings.feed.json.Json;
import org.tidings.feed.json.JsonArray;
import org.tidings.feed.json.JsonWriter;
import org.tidings.feed.local.ForkProofs;
import org.tidings.feed.log.Appender;
import org.tidings.feed.log.FeedLog;
import org.tidings.feed.ref.FeedId;
import org.tidings.feed.search.SearchQuery;
import org.tidings.feed.store.FeedNumbers;

/// What was once read in a private message and kept is damaged on disk: the message counts as not
/// read.
class DamagedReadingTest extends OnFreshFeeds {

  private final SomeFeed ann = SomeFeed.of("ann");
  private final SomeFeed bob = SomeFeed.of("bob");

  @BeforeEach
  void damageTheFirstOfTwo() throws RecipientException {
    tell("secret one");
    tell("secret two");
    bob.post("hello");
    store(ann, bob);
    temp.settled();
    temp.change(
        "UPDATE opened SET content = CAST('x' || CAST(content AS TEXT) AS BLOB)"
            + " WHERE arrival = 1");
  }

  private void tell(String text) throws RecipientException {
    List<FeedId> both = List.of(feeds.identity().id(), ann.id());
    List<Json> recps = both.stream().map(id -> Json.of(id.toString())).toList();
    byte[] plain = JsonWriter.compact(Post.root(text).toJson().with("recps", new JsonArray(recps)));
    byte[] boxed =
        PrivateBox.seal(plain, both.stream().map(FeedId::key).toList(), new SecureRandom());
    ann.writeSealed(Base64.getEncoder().encodeToString(boxed) + ".box");
  }

  private List<String> texts() {
    return feeds.conversations().posts(List.of(ann.id()), TimelineKey.TOP, 10).stream()
        .map(post -> post.post().text())
        .toList();
  }

  private List<String> found() {
    return feeds.search().posts(SearchQuery.parse("secret"), Optional.empty(), 50).hits().stream()
        .map(hit -> hit.post().post().text())
        .toList();
  }

  @Test
  void theOthersAreShownAndFound() {
    assertThat(texts()).containsExactly("secret two");
    assertThat(found()).containsExactly("secret two");
    assertThat(feeds.opened().ofType("post", 0, 10, false, 10)).containsExactly(2L);
  }

  @Test
  void indexesAreBuiltAllTheSame() {
    feeds.rebuildIndexes();
    await().until(() -> feeds.indexing().isEmpty());
    assertThat(found()).containsExactly("secret two");
  }

  @Test
  void theStoreOpensAfterAnUpdateOfAnIndex() {
    temp.change("UPDATE indexes SET version = 0 WHERE name = 'contacts'");
    reopen();
    assertThat(texts()).containsExactly("secret two");
  }

  @Test
  void nothingIsLeftOfItsFeedOnceThatIsDropped() {
    feeds.storage().drop(ann.id());
    feeds.storage().drop(bob.id());
    await().until(() -> feeds.log().count() == 0 && feeds.indexing().isEmpty());
    await().until(() -> feeds.conversations().latest(TimelineKey.TOP, 10).isEmpty());
  }

  @Test
  void itIsComeAcrossAndReadAgain() {
    FeedNumbers numbers = new FeedNumbers();
    numbers.load(feeds.database);
    FeedId self = feeds.identity().id();
    FeedLog log = new FeedLog(feeds.database, numbers, self);
    IndexRunner none =
        new IndexRunner(feeds.graph(), new Unboxer(feeds.identity().keys()), List.of());
    try (FeedEvents events = new FeedEvents()) {
      Appender appender = new Appender(log, none, new ForkProofs(numbers), events, temp.clock());
      Scrub scrub = new Scrub(feeds.database, numbers, appender);
      scrub.want();
      assertThat(scrub.step()).isTrue();
    }
    feeds.storage().compact();
    temp.settled();
    assertThat(texts()).containsExactly("secret two", "secret one");
  }
}
