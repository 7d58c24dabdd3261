package org.tidings.feed.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.tidings.feed.OnFreshFeeds;
import org.tidings.feed.SomeFeed;
import org.tidings.feed.TempFeeds;
import org.tidings.feed.content.Contact;
import org.tidings.feed.event.EventRecorder;
import org.tidings.feed.event.FeedEvent.Appended;
import org.tidings.feed.event.FeedEvent.GraphChanged;
import org.tidings.feed.message.Message;
import org.tidings.feed.message.Sequence;
import org.tidings.feed.message.Verdict;
import org.tidings.feed.store.StoreException;

class IngestTest extends OnFreshFeeds {

  private final SomeFeed ann = SomeFeed.of("ann");
  private final SomeFeed bob = SomeFeed.of("bob");

  private List<Verdict> fromPeer(List<byte[]> values) {
    return temp.ingest(values, new Origin.FromPeer(bob.id()));
  }

  @Nested
  class Judging {

    @Test
    void messagesThatContinueTheirFeedAreStoredAsTheyCame() {
      Message first = ann.post("one");
      Message second = ann.post("two");
      assertThat(temp.ingest(ann.values(), TempFeeds.IMPORT))
          .containsExactly(
              new Verdict.Accepted(first.asHead()), new Verdict.Accepted(second.asHead()));
      assertThat(feeds.log().range(ann.id(), Sequence.FIRST, 10))
          .extracting(StoredMessage::wire)
          .containsExactly(first.wire(), second.wire());
    }

    @Test
    void whatIsHeldIsADuplicate() {
      ann.post("one");
      ann.post("two");
      store(ann);
      assertThat(temp.ingest(ann.values(), TempFeeds.IMPORT)).containsOnly(new Verdict.Duplicate());
      assertThat(feeds.log().count()).isEqualTo(2);
    }

    @Test
    void aMissingMessageIsAGap() {
      ann.post("one");
      Message second = ann.post("two");
      assertThat(temp.ingest(List.of(second.wire()), TempFeeds.IMPORT))
          .containsExactly(new Verdict.Gap());
      assertThat(feeds.log().head(ann.id())).isEmpty();
    }

    @Test
    void theFirstSeenSideOfAForkStaysAndTheOtherIsKeptAsProof() {
      ann.post("one");
      Message ours = ann.post("two");
      store(ann);
      ann.rewind(1);
      Message other = ann.post("not two");
      assertThat(temp.ingest(List.of(other.wire()), TempFeeds.IMPORT))
          .containsExactly(new Verdict.Forked(other));
      assertThat(feeds.log().head(ann.id())).contains(ours.asHead());
      assertThat(TempFeeds.forkProof(feeds, ann.id())).contains(other.wire());
    }

    @Test
    void aForgedMessageStopsNobodyElse() {
      Message first = ann.post("one");
      String forged = new String(first.wire(), StandardCharsets.UTF_8).replace("one", "two");
      Message honest = bob.post("hello");
      assertThat(
              temp.ingest(
                  List.of(forged.getBytes(StandardCharsets.UTF_8), honest.wire()),
                  TempFeeds.IMPORT))
          .containsExactly(new Verdict.Forged(), new Verdict.Accepted(honest.asHead()));
    }

    @Test
    void garbageIsMalformed() {
      assertThat(temp.ingest("", "{", "[]", "\"text\"", "{\"author\":1}"))
          .allMatch(Verdict.Refused.class::isInstance);
      assertThat(temp.ingest("x".repeat(200_000)))
          .containsExactly(new Verdict.Malformed("too large"));
    }

    @Test
    void everyVerdictIsCounted() {
      ann.post("one");
      store(ann);
      store(ann);
      ann.post("two");
      byte[] third = ann.post("three").wire();
      temp.ingest(List.of(third), TempFeeds.IMPORT);
      ann.rewind(3);
      byte[] fork = ann.post("another one").wire();
      temp.ingest(List.of(fork), TempFeeds.IMPORT);
      temp.ingest("nonsense");
      assertThat(feeds.ingest().counts()).isEqualTo(new IngestCounts(1, 1, 1, 1, 1));
    }
  }

  @Nested
  class FromPeers {

    @Test
    void feedsOutOfReachAreNotTaken() {
      ann.post("one");
      assertThat(fromPeer(ann.values())).containsExactly(new Verdict.Unwanted());
      assertThat(feeds.log().count()).isZero();
    }

    @Test
    void feedsInReachAreTaken() throws PublishRefused {
      follow(ann.id());
      Message message = ann.post("one");
      assertThat(fromPeer(ann.values())).containsExactly(new Verdict.Accepted(message.asHead()));
    }

    @Test
    void whatSomebodyImportedGoesOn() {
      ann.post("one");
      temp.ingest(ann.values(), TempFeeds.IMPORT);
      Message second = ann.post("two");
      feeds = temp.reopen();
      assertThat(fromPeer(List.of(second.wire())))
          .containsExactly(new Verdict.Accepted(second.asHead()));
    }

    /// It would be asked for at every peer, and nothing of it is here.
    @Test
    void ofWhatSomebodyImportedNothingGoesOnWhereItWasRefused() {
      Message first = ann.post("one");
      Message second = ann.post("two");
      assertThat(temp.ingest(List.of(second.wire()), TempFeeds.IMPORT))
          .allMatch(Verdict.Gap.class::isInstance);
      assertThat(feeds.graph().wants(ann.id())).isFalse();
      assertThat(fromPeer(List.of(first.wire()))).containsExactly(new Verdict.Unwanted());
    }

    @Test
    void whatIsHereGoesOnOnceItIsImportedToo() throws PublishRefused {
      follow(ann.id());
      ann.post("one");
      fromPeer(ann.values());
      feeds.publisher().publish(Contact.unfollow(ann.id()).toJson());
      assertThat(feeds.graph().wants(ann.id())).isFalse();
      temp.ingest(ann.values(), TempFeeds.IMPORT);
      assertThat(feeds.graph().wants(ann.id())).isTrue();
    }

    @Test
    void blockedFeedsAreNotTaken() throws PublishRefused {
      follow(ann.id());
      block(ann.id());
      ann.post("one");
      assertThat(fromPeer(ann.values())).containsExactly(new Verdict.Unwanted());
    }
  }

  @Nested
  class Telling {

    @Test
    void messagesAreToldAfterCommitInTheOrderTheyWereStored() throws PublishRefused {
      List<String> seen = Collections.synchronizedList(new ArrayList<>());
      feeds
          .events()
          .subscribe(event -> seen.add(feeds.log().heads().size() + " " + feeds.log().count()));
      EventRecorder recorder = new EventRecorder(feeds.events());
      for (int i = 0; i < 20; i++) {
        ann.post("post " + i);
        bob.post("post " + i);
      }
      List<byte[]> all = new ArrayList<>(ann.values());
      all.addAll(bob.values());
      temp.ingest(all, TempFeeds.IMPORT);
      await().until(() -> recorder.appended().size() == 40);
      List<String> stored =
          feeds.log().oldest(LogFilter.EVERYTHING, 0, 100).stream()
              .map(message -> message.id().toString())
              .toList();
      assertThat(recorder.appended()).extracting(told -> told.id().toString()).isEqualTo(stored);
      assertThat(seen.getLast()).isEqualTo("2 40");
    }

    @Test
    void anAppendedMessageIsNamedWithItsPlaceAndType() throws PublishRefused {
      EventRecorder recorder = new EventRecorder(feeds.events());
      Message message = feeds.publisher().publish(Contact.follow(ann.id()).toJson());
      await().until(() -> recorder.has(GraphChanged.class));
      assertThat(recorder.appended())
          .containsExactly(
              new Appended(feeds.identity().id(), Sequence.FIRST, message.id(), "contact"));
    }

    @Test
    void aListenerThatFailsDoesNotSilenceTheOthers() {
      feeds
          .events()
          .subscribe(
              event -> {
                throw new IllegalStateException("a bug in a listener");
              });
      EventRecorder recorder = new EventRecorder(feeds.events());
      ann.post("one");
      store(ann);
      await().until(() -> recorder.appended().size() == 1);
    }
  }

  private static boolean areVerifiersIdle() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().startsWith("feed-verify-"))
        .allMatch(thread -> thread.getState() == Thread.State.WAITING);
  }

  /// A batch would go on for a second as long as there is more.
  @Test
  void aBatchEndsForWhoeverWantsToPublish() throws InterruptedException {
    for (int i = 0; i < 300; i++) {
      ann.post("post " + i);
    }
    CountDownLatch isBusy = new CountDownLatch(1);
    CountDownLatch left = new CountDownLatch(300);
    temp.occupyWriter(isBusy);
    for (byte[] value : ann.values()) {
      feeds.ingest().offer(value, TempFeeds.IMPORT, verdict -> left.countDown());
    }
    await().until(IngestTest::areVerifiersIdle);
    CompletableFuture<Message> published = new CompletableFuture<>();
    Thread publishing = Thread.ofPlatform().start(() -> published.complete(publish()));
    await().until(() -> publishing.getState() == Thread.State.WAITING);
    isBusy.countDown();
    left.await();
    long arrival = feeds.log().get(published.join().id()).orElseThrow().arrival().number();
    assertThat(arrival).as("others of the 300 came later").isLessThan(300);
  }

  private Message publish() {
    try {
      return feeds.publisher().publish(Contact.follow(ann.id()).toJson());
    } catch (PublishRefused held) {
      throw new IllegalStateException(held);
    }
  }

  @Test
  void whatWasOfferedBeforeClosingIsStored() throws InterruptedException {
    for (int i = 0; i < 300; i++) {
      ann.post("post " + i);
    }
    for (byte[] value : ann.values()) {
      feeds.ingest().offer(value, TempFeeds.IMPORT, verdict -> {});
    }
    assertThat(temp.reopen().log().count()).isEqualTo(300);
  }

  @Test
  void afterClosingOffersAreRefused() {
    byte[] value = ann.post("one").wire();
    temp.close();
    assertThatThrownBy(() -> feeds.ingest().offer(value, TempFeeds.IMPORT, verdict -> {}))
        .isInstanceOf(StoreException.class);
  }
}
