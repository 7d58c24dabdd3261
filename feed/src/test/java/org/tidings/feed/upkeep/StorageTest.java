package org.tidings.feed.upkeep;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidings.feed.Corpus;
import org.tidings.feed.SomeFeed;
import org.tidings.feed.TempFeeds;
import org.tidings.feed.content.Contact;
import org.tidings.feed.log.PublishRefused;
import org.tidings.feed.message.Message;
import org.tidings.feed.upkeep.Storage.FeedSize;
import org.tidings.feed.upkeep.Storage.Shares;

/// What is on disk, and whose it is.
class StorageTest {

  @TempDir Path folder;

  @Test
  void thoseWeBlockOfWhomSomethingIsStoredAreFound() throws PublishRefused {
    SomeFeed ann = SomeFeed.of("ann");
    SomeFeed bob = SomeFeed.of("bob");
    ann.post("rude");
    bob.post("kind");
    try (TempFeeds temp = new TempFeeds(folder)) {
      temp.ingest(ann.values(), TempFeeds.IMPORT);
      temp.ingest(bob.values(), TempFeeds.IMPORT);
      temp.feeds().publisher().publish(Contact.block(ann.id()).toJson());
      assertThat(temp.feeds().storage().blocked())
          .containsExactly(temp.feeds().storage().of(ann.id()));
    }
  }

  @Test
  void mostOfTheFileAreMessagesAndWhatFollowsFromThem() {
    try (TempFeeds temp = new TempFeeds(folder)) {
      temp.ingest(Corpus.values(), TempFeeds.IMPORT);
      Storage storage = temp.settled().feeds().storage();
      DiskUse use = storage.use();
      long signed = storage.feeds(100).stream().mapToLong(FeedSize::bytes).sum();
      assertThat(use.messages()).isBetween(signed / 4, signed * 2);
      assertThat(use.indexes()).isBetween(use.messages() / 10, use.messages() * 4);
      assertThat(use.fullText()).isBetween(1L, use.messages());
      assertThat(use.notes()).isBetween(1L, use.messages());
    }
  }

  @Test
  void sizesAreThoseOfTheMessagesLargestFirst() {
    try (TempFeeds temp = new TempFeeds(folder)) {
      temp.ingest(Corpus.values(), TempFeeds.IMPORT);
      Storage storage = temp.feeds().storage();
      List<FeedSize> all = storage.feeds(100);
      assertThat(all).hasSize(20);
      assertThat(all).isSortedAccordingTo(Comparator.comparingLong(FeedSize::bytes).reversed());
      assertThat(storage.feeds(7)).isEqualTo(all.subList(0, 7));
      long bytes = all.stream().mapToLong(FeedSize::bytes).sum();
      assertThat(bytes).isEqualTo(Corpus.values().stream().mapToLong(value -> value.length).sum());
    }
  }

  @Test
  void whatOthersTakeIsWhatTheLargestDoNot() {
    try (TempFeeds temp = new TempFeeds(folder)) {
      temp.ingest(Corpus.values(), TempFeeds.IMPORT);
      Shares shares = temp.feeds().storage().shares(7);
      assertThat(shares.largest()).isEqualTo(temp.feeds().storage().feeds(7));
      long largest = shares.largest().stream().mapToLong(FeedSize::bytes).sum();
      long all = Corpus.values().stream().mapToLong(value -> value.length).sum();
      assertThat(shares.others().feeds()).isEqualTo(13);
      assertThat(shares.others().bytes()).isEqualTo(all - largest);
    }
  }

  @Test
  void ringsAreCountedUpToTheOneBeyondWhatIsFetched() throws PublishRefused {
    try (TempFeeds temp = new TempFeeds(folder)) {
      SomeFeed near = SomeFeed.of("near");
      SomeFeed middle = SomeFeed.of("middle");
      temp.feeds().publisher().publish(Contact.follow(near.id()).toJson());
      near.follow(middle.id());
      near.follow(temp.feeds().identity().id());
      middle.follow(near.id());
      middle.follow(SomeFeed.of("far").id());
      middle.follow(SomeFeed.of("farther").id());
      Message known = near.post("known");
      temp.ingest(near.values(), TempFeeds.IMPORT);
      temp.ingest(middle.values(), TempFeeds.IMPORT);
      temp.settled();
      List<Ring> rings = temp.feeds().storage().rings();
      assertThat(rings).extracting(Ring::hops).containsExactly(0, 1, 2, 3);
      assertThat(rings).extracting(Ring::feeds).containsExactly(1L, 1L, 1L, 2L);
      assertThat(rings).extracting(Ring::held).containsExactly(1L, 1L, 1L, 0L);
      assertThat(rings).extracting(Ring::messages).containsExactly(1L, 3L, 3L, 0L);
      assertThat(rings.get(1).bytes()).isGreaterThan(known.wireBytes());
      temp.feeds().fetchWithin(0);
      assertThat(temp.feeds().storage().rings())
          .containsExactly(rings.getFirst(), new Ring(1, 1, 0, 0, 0));
    }
  }
}
