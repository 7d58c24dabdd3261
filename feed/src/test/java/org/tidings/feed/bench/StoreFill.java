package org.tidings.feed.bench;

import java.nio.file.Path;
import org.tidings.crypto.key.SecretFile;
import org.tidings.crypto.key.SomeKeys;
import org.tidings.feed.Feeds;
import org.tidings.feed.content.ChannelSubscription;
import org.tidings.feed.content.Contact;
import org.tidings.feed.json.Json;
import org.tidings.feed.json.JsonObject;
import org.tidings.feed.local.Bookmarks.Bookmark;
import org.tidings.feed.log.Publisher;
import org.tidings.feed.ref.FeedId;
import org.tidings.feed.ref.MessageId;

/// A program of its own that fills a store, and says how fast and with how much memory.
public final class StoreFill {
  private static final int FOLLOWED = 20;
  private static final int SUBSCRIBED = 10;

  /// So many posts has the thread that is as long in a small store as in a large one; the store's
  /// only bookmark leads to it.
  static final int LONG_THREAD = 200;

  private StoreFill() {}

  /// `FOLDER MESSAGES AUTHORS`: where the data folder and the state folder come, and the history
  /// that was made beside it.
  public static void main(String[] arguments) throws Exception {
    Path store = Path.of(arguments[0]);
    ManyMessages many =
        ManyMessages.of(
            store.resolveSibling("."),
            Integer.parseInt(arguments[1]),
            Integer.parseInt(arguments[2]));
    SecretFile.create(store.resolve("data").resolve("secret"), SomeNetwork.MENTIONED);
    try (Feeds feeds = StoreQueries.open(store)) {
      feeds.gate().override();
      Publisher publisher = feeds.publisher();
      for (int i = 0; i < FOLLOWED; i++) {
        FeedId author = FeedId.of(SomeKeys.of("author " + i).publicKey());
        publisher.publish(Contact.follow(author).toJson());
      }
      for (int i = 0; i < SUBSCRIBED; i++) {
        publisher.publish(new ChannelSubscription("channel" + i, true).toJson());
      }
      double rate = many.storeIn(feeds);
      feeds.bookmarks().add(new Bookmark(discuss(publisher), 0, ""));
      System.out.printf(
          "%,d messages stored, %,.0f /s, %,.0f MiB at most (RSS)%n",
          many.count(), rate, StoreQueries.rssMib());
    }
  }

  private static MessageId discuss(Publisher publisher) throws Exception {
    MessageId root = publisher.publish(post().build()).id();
    MessageId newest = root;
    for (int i = 1; i < LONG_THREAD; i++) {
      JsonObject reply =
          post()
              .put("root", Json.of(root.toString()))
              .put("branch", Json.of(newest.toString()))
              .build();
      newest = publisher.publish(reply).id();
    }
    return root;
  }

  private static JsonObject.Builder post() {
    return JsonObject.builder().put("type", "post").put("text", "What everybody answered");
  }
}
