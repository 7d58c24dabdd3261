package org.tidings.feed.activity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tidings.feed.OnFreshFeeds;
import org.tidings.feed.SomeFeed;
import org.tidings.feed.index.Timeline;
import org.tidings.feed.json.JsonObject;
import org.tidings.feed.local.Bookmarks.Bookmark;
import org.tidings.feed.local.OutboxEntry;
import org.tidings.feed.message.Message;
import org.tidings.feed.ref.BlobId;

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

  @Test
  void blobsNamedLastComeFirstAndOnce() {
    ann.write(naming(blob(1)));
    ann.write(naming(blob(2)));
    ann.write(naming(blob(1)));
    store(ann);
    assertThat(feeds.links().newestBlobs(Timeline.EVERYBODY, 10)).containsExactly(blob(1), blob(2));
  }

  @Test
  void oneNamedAgainAndAgainHidesNoOther() {
    ann.write(naming(blob(1)));
    for (int i = 0; i < 5; i++) {
      ann.write(naming(blob(2)));
    }
    store(ann);
    assertThat(feeds.links().newestBlobs(Timeline.EVERYBODY, 2)).containsExactly(blob(2), blob(1));
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
