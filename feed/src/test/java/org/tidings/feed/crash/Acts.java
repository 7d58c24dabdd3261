package org.tidings.feed.crash;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.tidings.crypto.key.SomeKeys;
import org.tidings.feed.Feeds;
import org.tidings.feed.content.Contact;
import org.tidings.feed.content.Post;
import org.tidings.feed.content.Vote;
import org.tidings.feed.event.FeedEvent;
import org.tidings.feed.log.Origin;
import org.tidings.feed.log.PublishRefused;
import org.tidings.feed.message.Head;
import org.tidings.feed.message.Message;
import org.tidings.feed.message.MessageCodec;
import org.tidings.feed.message.Sequence;
import org.tidings.feed.message.Verdict;
import org.tidings.feed.ref.FeedId;
import org.tidings.feed.ref.MessageId;

/// What the programs under test do with a store: publish, let out what was published, take in what
/// others wrote. Each thing is told, in a line that [Acknowledged] understands, once the store has
/// acknowledged it. Thread-safe.
final class Acts {

  private final Feeds feeds;
  private final Consumer<String> tell;
  private volatile List<MessageId> earlier = List.of();

  Acts(Feeds feeds, Consumer<String> tell) {
    this.feeds = feeds;
    this.tell = tell;
    tell.accept("open " + feeds.identity().id());
  }

  /// From now on each of our messages leaves as soon as it is known to be stored, as to a peer.
  void letOut() {
    feeds.events().subscribe(this::letOut);
  }

  private void letOut(FeedEvent event) {
    if (event instanceof FeedEvent.MessagesAppended(List<FeedEvent.Appended> messages)) {
      messages.stream()
          .filter(message -> message.author().equals(feeds.identity().id()))
          .forEach(message -> letOut(message.sequence(), message.id()));
    }
  }

  private void letOut(Sequence sequence, MessageId id) {
    if (feeds.gate().release(sequence)) {
      tell.accept("left " + sequence.value() + " " + id);
    }
  }

  /// Publishes something of the kind that has its turn.
  Message publish(int turn) throws PublishRefused {
    Message message =
        switch (earlier.isEmpty() ? 0 : turn % 5) {
          case 0 -> feeds.publisher().publish(Post.root("post number " + turn).toJson());
          case 1 -> feeds.publisher().publish(answer(turn).toJson());
          case 2 -> feeds.publisher().publish(Vote.like(earlier.getFirst()).toJson());
          case 3 -> feeds.publisher().publish(Contact.follow(somebody(turn)).toJson());
          default ->
              feeds
                  .publisher()
                  .publishPrivate(Post.root("between us").toJson(), List.of(somebody(0), self()));
        };
    tell.accept("published " + message.sequence().value() + " " + message.id());
    earlier = List.of(message.id());
    return message;
  }

  private Post answer(int turn) {
    return Post.reply("answer number " + turn, earlier.getFirst(), earlier);
  }

  private FeedId self() {
    return feeds.identity().id();
  }

  static FeedId somebody(int turn) {
    return FeedId.of(SomeKeys.of("friend " + turn).publicKey());
  }

  /// Takes these in and waits for every verdict.
  List<Verdict> takeIn(List<byte[]> values) throws InterruptedException {
    CountDownLatch judged = new CountDownLatch(values.size());
    List<Verdict> verdicts = new ArrayList<>();
    for (byte[] value : values) {
      feeds
          .ingest()
          .offer(
              value,
              new Origin.Import(),
              verdict -> {
                verdicts.add(verdict);
                told(value, verdict);
                judged.countDown();
              });
    }
    judged.await();
    return verdicts;
  }

  private void told(byte[] value, Verdict verdict) {
    if (verdict instanceof Verdict.Accepted(Head head)
        && MessageCodec.decode(value) instanceof Message message) {
      tell.accept("stored " + head.id() + " " + message.author());
    }
  }
}
