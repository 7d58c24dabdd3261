package org.tidings.replication.local;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tidings.feed.Feeds;
import org.tidings.feed.content.Recipients;
import org.tidings.feed.json.JsonArray;
import org.tidings.feed.json.JsonObject;
import org.tidings.feed.log.StoredMessage;
import org.tidings.feed.ref.FeedId;

/// What people are told of stored messages here: what programs are, and besides `"name"`, which is
/// the author's, and of private messages that we can read `"opened"`, which is what they say, and
/// `"readers"`, which is what those are called whom they name. Confined to one thread.
final class ForPeople {
  private final Feeds feeds;
  private final Map<FeedId, String> names = new HashMap<>();

  ForPeople(Feeds feeds) {
    this.feeds = feeds;
  }

  byte[] json(StoredMessage message) {
    JsonObject.Builder more = JsonObject.builder().put("name", nameOf(message.author()));
    feeds
        .opened()
        .content(message.arrival().number())
        .ifPresent(opened -> more.put("opened", opened).put("readers", readers(opened)));
    return StoredJson.of(message, more.build());
  }

  private JsonArray readers(JsonObject opened) {
    List<FeedId> readers = Recipients.of(opened);
    FeedId self = feeds.identity().id();
    return JsonArray.ofStrings(
        readers.stream().map(feed -> feed.equals(self) ? "you" : nameOf(feed)).toList());
  }

  private String nameOf(FeedId feed) {
    return names.computeIfAbsent(feed, id -> feeds.profiles().byline(id).name());
  }
}
