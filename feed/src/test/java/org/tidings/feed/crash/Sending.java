package org.tidings.feed.crash;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.tidings.feed.Feeds;
import org.tidings.feed.content.Post;
import org.tidings.feed.local.OutboxEntry;
import org.tidings.feed.log.PublishRefused;
import org.tidings.feed.message.Message;

/// Puts entries into the outbox and sends them, told in lines that [Acknowledged] understands.
/// Confined to one thread.
final class Sending {

  private static final int MOST_POSTS = 3;

  private final Feeds feeds;
  private final Consumer<String> tell;
  private final Random random;

  Sending(Feeds feeds, Consumer<String> tell, Random random) {
    this.feeds = feeds;
    this.tell = tell;
    this.random = random;
  }

  /// Sends what the program before has left, then more and more.
  void forEver() throws PublishRefused {
    new Acts(feeds, tell).letOut();
    for (OutboxEntry left : feeds.outbox().all()) {
      send(left);
    }
    for (; ; ) {
      String name = Long.toHexString(random.nextLong());
      List<String> texts = texts(name, random.nextInt(1, MOST_POSTS + 1));
      OutboxEntry entry = feeds.outbox().add(entry(texts), Map.of());
      tell.accept("queued " + name + " " + texts.size());
      send(entry);
    }
  }

  private static OutboxEntry entry(List<String> texts) {
    return new OutboxEntry(
        0, 1, "post", List.of(), texts.stream().map(text -> Post.root(text).toJson()).toList());
  }

  /// The texts of the posts of an entry.
  static List<String> texts(String name, int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> "%s %d of %d".formatted(name, i, count))
        .toList();
  }

  private void send(OutboxEntry entry) throws PublishRefused {
    for (Message message : feeds.publisher().publish(entry)) {
      tell.accept("published " + message.sequence().value() + " " + message.id());
    }
  }
}
