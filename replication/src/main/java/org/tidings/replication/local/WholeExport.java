package org.tidings.replication.local;

import java.io.IOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tidings.feed.Feeds;
import org.tidings.feed.json.Json;
import org.tidings.feed.json.JsonArray;
import org.tidings.feed.json.JsonObject;
import org.tidings.feed.log.StoredMessage;
import org.tidings.feed.ref.FeedId;
import org.tidings.feed.store.StoreException;
import org.tidings.feed.store.StoreException.Kind;
import org.tidings.replication.local.LocalNode.MessageSink;

/// Tells everything others may have, and counts what of it is damaged. Used once; confined to one
/// thread.
final class WholeExport {
  private final Feeds feeds;
  private final Handout handout;
  private final Map<FeedId, Gap> gaps = new HashMap<>();

  /// The newest sequence met of each feed.
  private final Map<FeedId, Long> ends = new HashMap<>();

  /// From where on a feed cannot be taken in elsewhere.
  private static final class Gap {
    private final long first;
    private long messages;
    private long behind;

    /// @param first the sequence of the first message that is missing
    Gap(long first) {
      this.first = first;
    }
  }

  /// What is known to be damaged is left out also where there is nothing of it to be met.
  WholeExport(Feeds feeds) {
    this.feeds = feeds;
    this.handout = new Handout(feeds);
    for (FeedId feed : feeds.log().damaged()) {
      long sound = feeds.log().headSequence(feed);
      gaps.put(feed, new Gap(sound + 1));
    }
  }

  /// As [LocalNode#export].
  JsonObject run(MessageSink sink) throws IOException, InterruptedException {
    AroundDamage log = new AroundDamage(feeds);
    for (List<StoredMessage> page = log.next(); !page.isEmpty(); page = log.next()) {
      for (StoredMessage message : page) {
        if (log.isTorn()) {
          lacks(message.author(), message.sequence().value() - 1);
        }
        tell(message, sink);
      }
    }
    if (log.isTorn()) {
      feeds.log().heads().forEach((feed, head) -> lacks(feed, head.value()));
    }
    return JsonObject.of("damaged", damaged());
  }

  /// Notes what of a feed was not met up to this sequence: within a feed messages arrive in order.
  private void lacks(FeedId feed, long upTo) {
    long met = ends.getOrDefault(feed, 0L);
    if (upTo > met) {
      gaps.computeIfAbsent(feed, gap -> new Gap(met + 1)).messages += upTo - met;
    }
  }

  private void tell(StoredMessage message, MessageSink sink)
      throws IOException, InterruptedException {
    ends.put(message.author(), message.sequence().value());
    if (handout.lets(message)) {
      Gap gap = gaps.get(message.author());
      if (gap != null && message.sequence().value() > gap.first) {
        gap.behind++;
      }
      sink.accept(StoredJson.of(message));
    } else if (message.read().isEmpty()) {
      gaps.computeIfAbsent(message.author(), feed -> new Gap(message.sequence().value()))
          .messages++;
    }
  }

  private JsonArray damaged() {
    Comparator<Map.Entry<FeedId, Gap>> most =
        Comparator.comparingLong(entry -> -entry.getValue().messages);
    List<Json> all =
        gaps.entrySet().stream()
            .sorted(most)
            .<Json>map(entry -> json(entry.getKey(), entry.getValue()))
            .toList();
    return new JsonArray(all);
  }

  private JsonObject json(FeedId feed, Gap gap) {
    return JsonObject.builder()
        .put("id", feed.toString())
        .put("name", name(feed))
        .put("messages", (double) gap.messages)
        .put("behind", (double) gap.behind)
        .build();
  }

  /// What somebody is called may be damaged as well.
  private String name(FeedId feed) {
    try {
      return feeds.profiles().byline(feed).name();
    } catch (StoreException failure) {
      if (failure.kind() != Kind.DAMAGED) {
        throw failure;
      }
      return feed.toString();
    }
  }
}
