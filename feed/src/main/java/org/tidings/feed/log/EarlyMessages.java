package org.tidings.feed.log;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.tidings.feed.content.ContentParser;
import org.tidings.feed.content.Post;
import org.tidings.feed.event.FeedEvent.EarlyArrived;
import org.tidings.feed.event.FeedEvents;
import org.tidings.feed.graph.SocialGraph;
import org.tidings.feed.message.Checked;
import org.tidings.feed.message.Message;
import org.tidings.feed.message.MessageVerifier;
import org.tidings.feed.ref.FeedId;
import org.tidings.feed.store.Durability;
import org.tidings.feed.store.Tx;

/// Takes in the newest posts of feeds whose history is still arriving. Their signatures are
/// checked, but not that they continue their feed, since what comes before them is not here. They
/// are shown, marked as such, and part of nothing else: no clock, no count, no index, no export.
/// One goes when its feed has reached it. Thread-safe.
public final class EarlyMessages {

  /// So many of a feed are kept, the newest.
  public static final int MOST_OF_A_FEED = 50;

  private final FeedLog log;
  private final Appender appender;
  private final SocialGraph graph;
  private final FeedEvents events;
  private final MessageVerifier verifier;

  public EarlyMessages(
      FeedLog log,
      Appender appender,
      SocialGraph graph,
      FeedEvents events,
      MessageVerifier verifier) {
    this.log = log;
    this.appender = appender;
    this.graph = graph;
    this.events = events;
    this.verifier = verifier;
  }

  /// The last sequence that is here of a feed; 0 where there is none.
  public long newest(FeedId feed) {
    return log.database.read(tx -> EarlyTable.newest(tx, log.numbers.known(feed).orElse(-1)));
  }

  /// Keeps what is worth showing of the newest messages of feeds that are wanted. The signatures
  /// are checked on the calling thread, up to the first that is wrong.
  ///
  /// @param newest message values as JSON in UTF-8, for each feed
  /// @return false when one of them is no message of its feed with the signature of the author:
  ///     whoever sent it is not to be asked again
  public boolean take(Map<FeedId, List<byte[]>> newest) {
    List<Message> posts = new ArrayList<>();
    boolean honest =
        newest.entrySet().stream().allMatch(feed -> take(feed.getKey(), feed.getValue(), posts));
    if (!posts.isEmpty() && log.database.write(Durability.NORMAL, tx -> keep(tx, posts))) {
      events.tell(new EarlyArrived());
    }
    return honest;
  }

  private boolean take(FeedId feed, List<byte[]> values, List<Message> posts) {
    for (byte[] value : values) {
      if (!(verifier.check(value) instanceof Checked.Genuine(Message message))
          || !message.author().equals(feed)) {
        return false;
      }
      if (isPost(message)) {
        posts.add(message);
      }
    }
    return true;
  }

  /// The rows of it that say something else than their messages do.
  public static List<Long> damaged(Tx tx) {
    return EarlyTable.damaged(tx);
  }

  private static boolean isPost(Message message) {
    return ContentParser.parse(message.content()) instanceof Post;
  }

  private boolean keep(Tx tx, List<Message> posts) {
    long added =
        posts.stream()
            .filter(post -> isTaken(post.author()))
            .filter(post -> appender.early.keep(tx, post))
            .count();
    appender.early.trim(tx);
    return added > 0;
  }

  /// Our own come through the log alone: the gate must see each of them.
  private boolean isTaken(FeedId feed) {
    return graph.wants(feed) && !feed.equals(graph.self()) && !log.drops.hold(feed);
  }
}
