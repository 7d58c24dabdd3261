package org.tidings.feed.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.tidings.feed.OnFreshFeeds;
import org.tidings.feed.ref.BlobId;

class BlobListTest extends OnFreshFeeds {

  @Test
  void whatWasNotedLastStandsFirst() {
    note(1);
    note(2);
    note(1);
    assertThat(feeds.wantedBlobs().all()).containsExactly(blob(1), blob(2));
    feeds.wantedBlobs().remove(blob(1));
    assertThat(feeds.wantedBlobs().all()).containsExactly(blob(2));
  }

  @Test
  void whatIsWantedIsNotPushed() {
    note(1);
    assertThat(feeds.pushedBlobs().all()).isEmpty();
  }

  @Test
  void theOldestGiveWayToTheNewest() {
    for (int i = 0; i <= BlobList.MOST; i++) {
      note(i);
    }
    assertThat(feeds.wantedBlobs().all()).hasSize(BlobList.MOST).doesNotContain(blob(0));
  }

  private void note(int number) {
    temp.clock().advance(Duration.ofMillis(1));
    feeds.wantedBlobs().add(blob(number));
  }

  private static BlobId blob(int number) {
    return BlobId.of(ByteBuffer.allocate(32).putInt(number).array());
  }
}
