package org.tidings.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.tidings.feed.doctor.DamageMet;
import org.tidings.feed.index.TimelineFilter;
import org.tidings.feed.index.TimelineKey;
import org.tidings.feed.json.JsonObject;
import org.tidings.feed.log.PublishRefused;
import org.tidings.feed.message.Message;
import org.tidings.feed.message.Sequence;
import org.tidings.feed.message.Verdict;
import org.tidings.feed.store.StoreException;
import org.tidings.feed.store.StoreException.Kind;
import org.tidings.feed.told.Told;

/// The disk fills up under a running store, and later there is room again.
class FullDiskTest extends OnFreshFeeds {

  private static final int PLENTY = 100_000;

  private final SomeFeed ann = SomeFeed.of("ann");

  private Message publish(String text) throws PublishRefused {
    return feeds
        .publisher()
        .publish(JsonObject.builder().put("type", "post").put("text", text).build());
  }

  private Message publishUntilFull() {
    Message last = null;
    try {
      while (true) {
        last = publish("x".repeat(4_000));
      }
    } catch (StoreException full) {
      assertThat(full.kind()).isEqualTo(Kind.DISK_FULL);
      assertThat(full.sentence()).contains("full");
    } catch (PublishRefused held) {
      throw new AssertionError(held);
    }
    return Objects.requireNonNull(last);
  }

  @Test
  void aPostThatFoundNoRoomIsNotHalfThereAndTheNextOneTakesItsPlace() throws PublishRefused {
    temp.leavePages(20);
    Message last = publishUntilFull();
    assertThat(feeds.log().head(feeds.identity().id())).contains(last.asHead());
    temp.leavePages(PLENTY);
    Message next = publish("room again");
    assertThat(next.previous()).contains(last.id());
    reopen();
    assertThat(feeds.log().head(feeds.identity().id())).contains(next.asHead());
    assertThat(feeds.log().range(feeds.identity().id(), Sequence.FIRST, 1_000))
        .hasSize((int) next.sequence().value());
  }

  @Test
  void thatIsSaidUntilThereIsRoomAgain() throws PublishRefused {
    assertThat(feeds.doctor().met()).isEmpty();
    temp.leavePages(20);
    publishUntilFull();
    assertThat(feeds.doctor().met()).containsExactly(Told.of(DamageMet.DISK_FULL));
    temp.leavePages(PLENTY);
    publish("room again");
    assertThat(feeds.doctor().met()).isEmpty();
  }

  @Test
  void readingGoesOn() {
    temp.leavePages(20);
    Message last = publishUntilFull();
    assertThat(feeds.log().get(last.id())).isPresent();
    assertThat(feeds.timeline().home(TimelineFilter.FOLLOWING, TimelineKey.TOP, 10)).isNotNull();
  }

  @Test
  void messagesThatFoundNoRoomAreSaidToBeUnstoredAndMayComeAgain() {
    for (int i = 0; i < 100; i++) {
      ann.post("y".repeat(4_000));
    }
    temp.leavePages(20);
    List<Verdict> verdicts = temp.ingest(ann.values(), TempFeeds.IMPORT);
    assertThat(verdicts).anyMatch(Verdict.Unstored.class::isInstance);
    assertThat(verdicts).noneMatch(Verdict.Forked.class::isInstance);
    temp.leavePages(PLENTY);
    store(ann);
    assertThat(feeds.log().head(ann.id()).map(head -> head.sequence().value())).contains(100L);
  }
}
