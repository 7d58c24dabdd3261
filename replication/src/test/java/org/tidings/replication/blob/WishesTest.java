package org.tidings.replication.blob;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import org.junit.jupiter.api.Test;
import org.tidings.feed.OnFreshFeeds;
import org.tidings.feed.SomeFeed;
import org.tidings.feed.content.Contact;
import org.tidings.feed.json.JsonObject;
import org.tidings.feed.ref.BlobId;

class WishesTest extends OnFreshFeeds {
  private static final int SIZE = 1_000;

  private final SomeFeed ann = SomeFeed.of("ann");

  /// They would push each other out, and be fetched again.
  @Test
  void moreThanHalfOfWhatBlobsMayTakeIsNotWishedFor() throws Exception {
    BlobId lacking = BlobId.of(new byte[32]);
    ann.write(naming(lacking));
    for (byte i = 1; i <= 3; i++) {
      byte[] bytes = new byte[SIZE];
      bytes[0] = i;
      ann.write(naming(feeds.blobs().add(new ByteArrayInputStream(bytes)).id()));
    }
    store(ann);
    feeds.publisher().publish(Contact.follow(ann.id()).toJson());
    assertThat(new Wishes(feeds).lacking()).containsExactly(lacking);
    feeds.blobs().bound(5 * SIZE);
    assertThat(new Wishes(feeds).lacking()).isEmpty();
  }

  private static JsonObject naming(BlobId blob) {
    return JsonObject.builder()
        .put("type", "post")
        .put("text", "")
        .put("link", blob.toString())
        .build();
  }
}
