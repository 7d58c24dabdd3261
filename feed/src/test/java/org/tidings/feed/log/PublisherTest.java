package org.tidings.feed.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tidings.crypto.box.PrivateBox;
import org.tidings.crypto.key.SomeKeys;
import org.tidings.feed.BrokenTable;
import org.tidings.feed.OnFreshFeeds;
import org.tidings.feed.SomeFeed;
import org.tidings.feed.TempFeeds;
import org.tidings.feed.json.Json;
import org.tidings.feed.json.JsonObject;
import org.tidings.feed.json.JsonString;
import org.tidings.feed.message.Message;
import org.tidings.feed.message.Sequence;
import org.tidings.feed.message.Verdict;
import org.tidings.feed.ref.FeedId;
import org.tidings.feed.store.StoreException;

class PublisherTest extends OnFreshFeeds {

  private static JsonObject post(String text) {
    return JsonObject.builder().put("type", "post").put("text", text).build();
  }

  private List<StoredMessage> own() {
    return feeds.log().range(feeds.identity().id(), Sequence.FIRST, 10_000);
  }

  @Test
  void whatWasPublishedIsStoredWithItsExactBytes() throws PublishRefused {
    Message message = feeds.publisher().publish(post("hello"));
    StoredMessage stored = feeds.log().get(message.id()).orElseThrow();
    assertThat(stored.wire()).isEqualTo(message.wire());
    assertThat(stored.author()).isEqualTo(feeds.identity().id());
    assertThat(stored.sequence()).isEqualTo(Sequence.FIRST);
    assertThat(stored.arrival()).isEqualTo(new Arrival(1, temp.clock().millis()));
  }

  @Test
  void eachMessageContinuesTheOneBefore() throws PublishRefused {
    Message first = feeds.publisher().publish(post("one"));
    reopen();
    Message second = feeds.publisher().publish(post("two"));
    assertThat(second.previous()).contains(first.id());
    assertThat(second.sequence()).isEqualTo(new Sequence(2));
    assertThat(feeds.log().head(feeds.identity().id())).contains(second.asHead());
  }

  /// What was to be undone stands in memory, where the rows it is read from are damaged.
  @Test
  void nothingIsPublishedAfterAFailureThatMemoryCouldNotUndo() throws PublishRefused {
    SomeFeed ann = SomeFeed.of("ann");
    SomeFeed bob = SomeFeed.of("bob");
    feeds.publisher().publish(post("one"));
    ann.post("hello");
    bob.post("hello");
    store(ann);
    temp.change("UPDATE feeds SET id = x'00' WHERE feed = (SELECT max(feed) FROM messages)");
    new BrokenTable(feeds, "indexes");
    assertThatThrownBy(() -> feeds.publisher().publish(post("two")))
        .isInstanceOf(StoreException.class);
    assertThat(temp.ingest(bob.values(), TempFeeds.IMPORT))
        .allMatch(Verdict.Unstored.class::isInstance);
    assertThatThrownBy(() -> feeds.publisher().publish(post("three")))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("started again");
    assertThat(feeds.log().head(feeds.identity().id()).orElseThrow().sequence())
        .isEqualTo(Sequence.FIRST);
  }

  @Test
  void manyPublishersAtOnceMakeOneUnforkedFeed() throws Exception {
    Callable<Message> publish = () -> feeds.publisher().publish(post("me too"));
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Callable<Message>> tasks = IntStream.range(0, 50).mapToObj(i -> publish).toList();
      for (Future<Message> published : threads.invokeAll(tasks)) {
        published.get();
      }
    }
    assertThat(own().stream().map(message -> message.sequence().value()))
        .isEqualTo(IntStream.rangeClosed(1, 50).mapToObj(Long::valueOf).toList());
  }

  @Test
  void contentThatIsTooLargeIsRefusedAndNotHalfThere() {
    assertThatThrownBy(() -> feeds.publisher().publish(post("x".repeat(9_000))))
        .isInstanceOf(ContentRefused.class);
    assertThat(own()).isEmpty();
    assertThat(feeds.log().count()).isZero();
  }

  @Test
  void contentWithoutATypeIsRefused() {
    JsonObject untyped = JsonObject.builder().put("text", "what am I").build();
    assertThatThrownBy(() -> feeds.publisher().publish(untyped)).isInstanceOf(ContentRefused.class);
  }

  @Test
  void afterClosingNothingIsPublished() {
    temp.close();
    assertThatThrownBy(() -> feeds.publisher().publish(post("late")))
        .isInstanceOf(StoreException.class);
  }

  @Nested
  class Privately {

    @Test
    void howManyLettersMoreHaveRoomIsKnownBefore() throws PublishRefused {
      FeedId self = feeds.identity().id();
      JsonObject content = post("psst 🌊");
      Message message = feeds.publisher().publishPrivate(content, List.of(self, self));
      assertThat(message.content())
          .isInstanceOfSatisfying(
              JsonString.class,
              boxed -> {
                int length = boxed.value().length();
                assertThat(Sealed.room(content, 2, length)).isBetween(0, 2);
                assertThat(Sealed.room(content, 2, length + 4))
                    .isEqualTo(Sealed.room(content, 2, length) + 3);
                assertThat(Sealed.room(content, 2, length - 4)).isNegative();
              });
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "false", "\"\""})
    void contentThatNamesNobodyIsInTheOpen(String nobody) throws Exception {
      JsonObject content = post("hello").with("recps", Json.parse(nobody));
      assertThat(feeds.publisher().publish(content).content()).isEqualTo(content);
    }

    @Test
    void contentThatNamesItsReadersIsSealedForThem() throws Exception {
      JsonObject content = post("psst").with("recps", Json.of(SomeFeed.of("ann").id().toString()));
      Message message = feeds.publisher().publish(content);
      assertThat(opened(message, "ann"))
          .hasValueSatisfying(plain -> assertThat(plain).contains("psst"));
      assertThat(opened(message, "bob")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"ann\"", "[]", "{}", "7", "[\"ann\"]", "[{}]"})
    void contentWithReadersWhoAreNoFeedsIsRefused(String readers) throws Exception {
      JsonObject content = post("psst").with("recps", Json.parse(readers));
      assertThatThrownBy(() -> feeds.publisher().publish(content))
          .isInstanceOf(ContentRefused.class)
          .hasMessageEndingWith(".");
      assertThat(own()).isEmpty();
    }

    @Test
    void recipientsCanReadItAndNobodySeesMore() throws Exception {
      FeedId ann = FeedId.of(SomeKeys.of("ann").publicKey());
      Message message = feeds.publisher().publishPrivate(post("psst"), List.of(ann));
      assertThat(opened(message, "ann"))
          .hasValueSatisfying(plain -> assertThat(plain).contains("psst"));
      assertThat(opened(message, "bob")).isEmpty();
    }

    private Optional<String> opened(Message message, String reader) {
      String boxed = ((JsonString) message.content()).value();
      assertThat(boxed).endsWith(".box").doesNotContain("psst");
      byte[] bytes = Base64.getDecoder().decode(boxed.substring(0, boxed.length() - 4));
      return PrivateBox.open(bytes, SomeKeys.of(reader))
          .map(plain -> new String(plain, StandardCharsets.UTF_8));
    }

    @Test
    void withoutRecipientsNothingIsPublishedAtAll() {
      assertThatThrownBy(() -> feeds.publisher().publishPrivate(post("psst"), List.of()))
          .isInstanceOf(ContentRefused.class);
      assertThat(own()).isEmpty();
    }

    @Test
    void withTooManyRecipientsNothingIsPublishedAtAll() {
      List<FeedId> eight =
          IntStream.range(0, 8)
              .mapToObj(i -> FeedId.of(SomeKeys.of("friend" + i).publicKey()))
              .toList();
      assertThatThrownBy(() -> feeds.publisher().publishPrivate(post("psst"), eight))
          .isInstanceOf(ContentRefused.class);
      assertThat(own()).isEmpty();
    }
  }
}
