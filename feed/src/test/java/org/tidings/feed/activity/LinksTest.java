package org.tidings.feed.activity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tidings.feed.OnFreshFeeds;
import org.tidings.feed.SomeFeed;
import org.tidings.feed.content.Post;
import org.tidings.feed.index.PostView;
import org.tidings.feed.index.Timeline;
import org.tidings.feed.json.JsonObject;
import org.tidings.feed.local.Bookmarks.Bookmark;
import org.tidings.feed.local.OutboxEntry;
import org.tidings.feed.message.Message;
import org.tidings.feed.ref.BlobId;
import org.tidings.feed.ref.FeedId;
import org.tidings.feed.ref.SsbUri;

class LinksTest extends OnFreshFeeds {

  private final SomeFeed ann = SomeFeed.of("ann");

  @Test
  void blobsOfOurOwnPostsAreDear() throws Exception {
    feeds.publisher().publish(naming(blob(1)));
    assertThat(feeds.links().isDear(blob(1))).isTrue();
  }

  @Test
  void blobsOfOthersAreDearWhileAPostThatNamesThemIsBookmarked() {
    Message post = ann.write(naming(blob(2)));
    store(ann);
    assertThat(feeds.links().isDear(blob(2))).isFalse();
    feeds.bookmarks().add(new Bookmark(post.id(), 1, ""));
    assertThat(feeds.links().isDear(blob(2))).isTrue();
  }

  @Test
  void blobsOfADraftAreDearUntilItGoes() {
    feeds.drafts().save("post", "![a boat](" + blob(3) + ")");
    assertThat(feeds.links().isDear(blob(3))).isTrue();
    feeds.drafts().save("post", "");
    assertThat(feeds.links().isDear(blob(3))).isFalse();
  }

  @Test
  void blobsOfWhatWaitsToBeSignedAreDear() {
    OutboxEntry entry = new OutboxEntry(0, 1, "post", List.of(), List.of(naming(blob(4))));
    feeds.outbox().add(entry, Map.of());
    assertThat(feeds.links().isDear(blob(4))).isTrue();
  }

  /// As some programs write them, alone and with the key of a sealed one.
  @Test
  void blobsNamedByAnUriAreFetchedAndKeptLikeAnyOther() {
    List<String> named =
        List.of(
            SsbUri.of(blob(1)).toString(), SsbUri.of(blob(2)) + "?unbox=" + "A".repeat(43) + "=");
    for (String uri : named) {
      ann.write(
          JsonObject.builder().put("type", "post").put("text", "seen").put("image", uri).build());
    }
    store(ann);
    assertThat(feeds.links().nearestBlobs(Timeline.EVERYBODY, 9, 9))
        .containsExactly(blob(2), blob(1));
  }

  /// They would be deleted for others where blobs take too much.
  @Test
  void blobsAreDearWhileAYoungIndexMayLackWhoNamesThem() throws Exception {
    feeds.publisher().publish(naming(blob(1)));
    for (int i = 0; i < 2_100; i++) {
      ann.post("pear");
    }
    store(ann);
    temp.refuseBuilds();
    temp.change("UPDATE indexes SET version = 0 WHERE name = 'blobs'");
    reopen();
    assertThat(temp.rows("blob_links")).isZero();
    assertThat(feeds.links().isDear(blob(1))).isTrue();
    temp.allowBuilds();
    feeds.rebuildIndexes();
    temp.settled();
    assertThat(feeds.links().isDear(blob(1))).isTrue();
    assertThat(feeds.links().isDear(blob(2))).isFalse();
  }

  @Test
  void blobsAreDearWhilePrivateMessagesAreToBeReadAgain() throws Exception {
    FeedId self = feeds.identity().id();
    feeds.publisher().publishPrivate(naming(blob(1)), List.of(self));
    temp.change("DELETE FROM blob_links");
    temp.change(
        "CREATE TRIGGER no_reading BEFORE INSERT ON blob_links BEGIN"
            + " SELECT RAISE(ABORT, 'full'); END");
    temp.change("UPDATE indexes SET version = 0 WHERE name = 'private'");
    reopen();
    assertThat(feeds.links().isDear(blob(1))).isTrue();
    temp.change("DROP TRIGGER no_reading");
    reopen();
    temp.settled();
    assertThat(feeds.links().isDear(blob(1))).isTrue();
    assertThat(feeds.links().isDear(blob(2))).isFalse();
  }

  @Test
  void postsOfAnAuthorThatNameBlobsComePageByPageAndNothingElse() {
    ann.write(naming(blob(1)));
    ann.post("words");
    ann.write(
        JsonObject.builder()
            .put("type", "about")
            .put("about", ann.id().toString())
            .put("image", blob(2).toString())
            .build());
    ann.write(Post.root("![a boat](" + blob(3) + ") and ![another](" + blob(4) + ")").toJson());
    SomeFeed bob = SomeFeed.of("bob");
    bob.write(naming(blob(5)));
    store(ann, bob);
    List<PostView> first = feeds.links().postsNamingBlobs(ann.id(), Long.MAX_VALUE, 1);
    assertThat(first).extracting(post -> post.post().text()).first().asString().contains("a boat");
    long before = first.getFirst().times().arrival();
    assertThat(feeds.links().postsNamingBlobs(ann.id(), before, 9))
        .extracting(post -> post.post().text())
        .containsExactly(blob(1).toString());
  }

  @Test
  void blobsNamedLastComeFirstAndOnce() {
    ann.write(naming(blob(1)));
    ann.write(naming(blob(2)));
    ann.write(naming(blob(1)));
    store(ann);
    assertThat(feeds.links().nearestBlobs(Timeline.EVERYBODY, 9, 9))
        .containsExactly(blob(1), blob(2));
  }

  @Test
  void oneNamedAgainAndAgainHidesNoOther() {
    ann.write(naming(blob(1)));
    for (int i = 0; i < 5; i++) {
      ann.write(naming(blob(2)));
    }
    store(ann);
    assertThat(feeds.links().nearestBlobs(Timeline.EVERYBODY, 9, 2))
        .containsExactly(blob(2), blob(1));
  }

  @Test
  void ofOneFeedOnlyAShareCountsHoweverManyAMessageNames() {
    ann.write(naming(blob(9)));
    store(ann);
    SomeFeed mallory = SomeFeed.of("mallory");
    mallory.write(naming(blob(1)));
    mallory.write(naming(blob(2)).with("also", naming(blob(3))).with("too", naming(blob(4))));
    mallory.write(naming(blob(5)));
    store(mallory);
    assertThat(feeds.links().nearestBlobs(Timeline.EVERYBODY, 3, 9))
        .containsExactly(blob(5), blob(4), blob(3), blob(9));
  }

  @Test
  void blobsOfTheNearestComeBeforeNewerOnes() throws Exception {
    SomeFeed near = SomeFeed.of("near");
    near.write(naming(blob(1)));
    near.write(naming(blob(2)));
    store(near);
    ann.write(naming(blob(3)));
    store(ann);
    follow(near.id());
    assertThat(feeds.links().nearestBlobs(Timeline.EVERYBODY, 9, 9))
        .containsExactly(blob(2), blob(1), blob(3));
    assertThat(feeds.links().nearestBlobs(1, 9, 9)).containsExactly(blob(2), blob(1));
    assertThat(feeds.links().nearestBlobs(Timeline.EVERYBODY, 9, 1)).containsExactly(blob(2));
  }

  private static JsonObject naming(BlobId blob) {
    return JsonObject.builder()
        .put("type", "post")
        .put("text", blob.toString())
        .put("link", blob.toString())
        .build();
  }

  private static BlobId blob(int number) {
    byte[] bytes = new byte[32];
    bytes[0] = (byte) number;
    return BlobId.of(bytes);
  }
}
