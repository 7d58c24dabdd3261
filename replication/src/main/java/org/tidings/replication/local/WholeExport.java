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
import org.tidings.replication.local.LocalNode.MessageSink;

/// Tells everything others may have, and counts what of it is damaged. Used once; confined to one
/// thread.
final class WholeExport {
  private final Feeds feeds;
  private final Handout handout;
  private final Map<FeedId, Gap> gaps = new HashMap<>();

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
      long sound = feeds.log().head(feed).map(head -> head.sequence().value()).orElse(0L);
      gaps.put(feed, new Gap(sound + 1));
    }
  }

  /// As [LocalNode#export].
  JsonObject run(MessageSink sink) throws IOException, InterruptedException {
    new Retrieval(feeds).each(LogQuery.EXPORT, message -> tells(message, sink));
    return JsonObject.of("damaged", damaged());
  }

  private boolean tells(StoredMessage message, MessageSink sink)
      throws IOException, InterruptedException {
    boolean isTold = handout.lets(message);
    if (isTold) {
      Gap gap = gaps.get(message.author());
      if (gap != null && message.sequence().value() > gap.first) {
        gap.behind++;
      }
      sink.accept(StoredJson.of(message));
    } else if (message.read().isEmpty()) {
      gaps.computeIfAbsent(message.author(), feed -> new Gap(message.sequence().value()))
          .messages++;
    }
    return isTold;
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
        .put("name", feeds.profiles().byline(feed).name())
        .put("messages", (double) gap.messages)
        .put("behind", (double) gap.behind)
        .build();
  }
}
