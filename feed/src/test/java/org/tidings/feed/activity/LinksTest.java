package org.tidings.feed.activity;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidings.feed.SomeFeed;
import org.tidings.feed.TempFeeds;
import org.tidings.feed.index.Timeline;
import org.tidings.feed.json.JsonObject;
import org.tidings.feed.local.Bookmarks.Bookmark;
import org.tidings.feed.message.Message;
import org.tidings.feed.ref.BlobId;

class LinksTest {

  private final SomeFeed ann = SomeFeed.of("ann");

  @TempDir Path folder;
  private TempFeeds temp;

  @BeforeEach
  void open() {
    temp = new TempFeeds(folder);
  }

  @AfterEach
  void close() {
    temp.close();
  }

  @Test
  void blobsOfOurOwnPostsAreDear() throws Exception {
    temp.feeds().publisher().publish(naming(blob(1)));
    assertThat(temp.feeds().links().isDear(blob(1))).isTrue();
  }

  @Test
  void blobsOfOthersAreDearWhileAPostThatNamesThemIsBookmarked() {
    Message post = ann.write(naming(blob(2)));
    temp.ingest(ann.values(), TempFeeds.IMPORT);
    assertThat(temp.feeds().links().isDear(blob(2))).isFalse();
    temp.feeds().bookmarks().add(new Bookmark(post.id(), 1, ""));
    assertThat(temp.feeds().links().isDear(blob(2))).isTrue();
  }

  @Test
  void blobsNamedLastComeFirstAndOnce() {
    ann.write(naming(blob(1)));
    ann.write(naming(blob(2)));
    ann.write(naming(blob(1)));
    temp.ingest(ann.values(), TempFeeds.IMPORT);
    assertThat(temp.feeds().links().newestBlobs(Timeline.EVERYBODY, 10))
        .containsExactly(blob(1), blob(2));
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
