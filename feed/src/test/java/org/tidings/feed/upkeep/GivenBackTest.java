package org.tidings.feed.upkeep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidings.feed.Feeds;
import org.tidings.feed.SomeFeed;
import org.tidings.feed.TempFeeds;
import org.tidings.feed.content.Post;
import org.tidings.feed.doctor.Depth;
import org.tidings.feed.doctor.Progress;
import org.tidings.feed.log.PublishRefused;
import org.tidings.feed.log.StoredMessage;
import org.tidings.feed.message.Message;
import org.tidings.feed.message.Sequence;

/// The disk that is not needed any more is given back.
class GivenBackTest {

  @TempDir Path folder;

  @Test
  void theDiskIsGivenBack() {
    SomeFeed ann = SomeFeed.of("ann");
    for (int i = 0; i < 500; i++) {
      ann.post("x".repeat(4_000));
    }
    try (TempFeeds temp = new TempFeeds(folder)) {
      temp.ingest(ann.values(), TempFeeds.IMPORT);
      long before = temp.feeds().storage().total().bytes();
      temp.feeds().storage().drop(ann.id());
      await().until(() -> temp.feeds().storage().total().bytes() < before / 4);
      assertThat(temp.feeds().storage().total().free()).isLessThan(before / 10);
    }
  }

  @Test
  void theDiskIsGivenBackAfterARestartInTheMiddle() {
    SomeFeed ann = SomeFeed.of("ann");
    for (int i = 0; i < 2_000; i++) {
      ann.post("x".repeat(4_000));
    }
    try (TempFeeds temp = new TempFeeds(folder)) {
      temp.ingest(ann.values(), TempFeeds.IMPORT);
      long before = temp.feeds().storage().total().bytes();
      temp.feeds().storage().drop(ann.id());
      await().until(() -> temp.feeds().log().head(ann.id()).isEmpty());
      Feeds again = temp.reopen();
      await().until(() -> again.storage().total().bytes() < before / 4);
    }
  }

  @Test
  void theDiskThatABuildTookIsGivenBack() {
    SomeFeed ann = SomeFeed.of("ann");
    for (int i = 0; i < 2_000; i++) {
      ann.post("harbour lantern " + i);
    }
    try (TempFeeds temp = new TempFeeds(folder)) {
      temp.ingest(ann.values(), TempFeeds.IMPORT);
      temp.settled();
      Storage storage = temp.feeds().storage();
      long before = storage.total().bytes();
      temp.feeds().rebuildIndexes();
      temp.settled();
      await().until(() -> storage.total().bytes() < before * 1.1);
    }
  }

  /// Takes in what two feeds say by turns, so that they share every page.
  private static void byTurns(TempFeeds temp, SomeFeed one, SomeFeed other) {
    List<byte[]> values = new ArrayList<>();
    for (int i = 0; i < 1_000; i++) {
      values.add(one.post("x".repeat(300) + i).wire());
      values.add(other.post("y".repeat(300) + i).wire());
    }
    temp.ingest(values, TempFeeds.IMPORT);
  }

  @Test
  void whatLiesBetweenMessagesOfOthersIsGivenBackWhenAskedFor() throws PublishRefused {
    SomeFeed ann = SomeFeed.of("ann");
    SomeFeed bob = SomeFeed.of("bob");
    try (TempFeeds temp = new TempFeeds(folder)) {
      byTurns(temp, ann, bob);
      Message mine = temp.feeds().publisher().publish(Post.root("mine").toJson());
      Storage storage = temp.settled().feeds().storage();
      storage.drop(ann.id());
      await().until(() -> !storage.isBusy());
      long dropped = storage.total().bytes();
      storage.compact();
      await().until(() -> !storage.isBusy());
      assertThat(storage.refusal()).isEmpty();
      assertThat(storage.total().bytes()).isLessThan(dropped - 200_000);
      assertThat(temp.feeds().log().range(bob.id(), Sequence.FIRST, 2_000))
          .extracting(StoredMessage::wire)
          .containsExactlyElementsOf(bob.values());
      Message next = temp.feeds().publisher().publish(Post.root("more").toJson());
      assertThat(next.previous()).contains(mine.id());
      assertThat(temp.feeds().doctor().examine(Depth.INDEXES, Progress.IGNORED).damage()).isEmpty();
      assertThat(temp.reopen().log().head(next.author())).contains(next.asHead());
    }
  }

  @Test
  void howMuchGoesBackByItselfIsKnownBefore() {
    SomeFeed ann = SomeFeed.of("ann");
    SomeFeed bob = SomeFeed.of("bob");
    SomeFeed cleo = SomeFeed.of("cleo");
    for (int i = 0; i < 1_000; i++) {
      cleo.post("x".repeat(300) + i);
    }
    try (TempFeeds temp = new TempFeeds(folder)) {
      byTurns(temp, ann, bob);
      temp.ingest(cleo.values(), TempFeeds.IMPORT);
      Storage storage = temp.settled().feeds().storage();
      assertThat(storage.returns(List.of(ann.id()))).isZero();
      long all = storage.of(ann.id()).bytes() + storage.of(bob.id()).bytes();
      assertThat(storage.returns(List.of(ann.id(), bob.id()))).isBetween(all * 9 / 10, all);
      long hers = storage.of(cleo.id()).bytes();
      assertThat(storage.returns(List.of(cleo.id()))).isBetween(hers * 9 / 10, hers);
      assertThat(storage.returns(List.of(SomeFeed.of("nobody").id()))).isZero();
    }
  }
}
