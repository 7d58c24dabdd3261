package org.tidings.feed.activity;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tidings.feed.conversation.SecondReader;
import org.tidings.feed.index.FullPage;
import org.tidings.feed.index.IndexRunner;
import org.tidings.feed.index.PostReader;
import org.tidings.feed.index.PostView;
import org.tidings.feed.index.Reading;
import org.tidings.feed.index.Timeline;
import org.tidings.feed.ref.BlobId;
import org.tidings.feed.ref.FeedId;
import org.tidings.feed.store.Tx;

/// What points to blobs. Blocked authors are left out by the query. Thread-safe.
public final class Links {

  private static final int NAMED_BY_SEVERAL = 4;

  private final Reading reading;

  /// A link to a blob, and the number of the feed in which it stands.
  private record Naming(int feed, BlobId blob) {}

  public Links(Reading reading) {
    this.reading = reading;
  }

  /// At most `limit` blobs named by feeds within `hops`: those named by the nearest feeds first,
  /// among those the ones named by the latest arrivals. Of each feed only the `share` links that
  /// came last count, so that nobody names so many that those of others are not seen.
  public List<BlobId> nearestBlobs(int hops, int share, int limit) {
    return reading.database().read(tx -> nearestBlobs(tx, hops, share, limit));
  }

  private static List<BlobId> nearestBlobs(Tx tx, int hops, int share, int limit) {
    Set<BlobId> found = new LinkedHashSet<>();
    for (int ring : rings(tx, hops)) {
      Map<Integer, Integer> taken = new HashMap<>();
      for (Naming naming : namings(tx, ring, share, limit)) {
        if (found.size() < limit && taken.merge(naming.feed, 1, Integer::sum) <= share) {
          found.add(naming.blob);
        }
      }
      if (found.size() == limit) {
        break;
      }
    }
    return List.copyOf(found);
  }

  /// How far away there are feeds, the nearest first.
  private static List<Integer> rings(Tx tx, int hops) {
    return tx.list(
        "SELECT DISTINCT coalesce(r.hops, ?) AS ring FROM feeds f"
            + " LEFT JOIN reach r ON r.feed = f.feed WHERE ring BETWEEN 0 AND ? ORDER BY ring",
        row -> (int) row.number(1),
        Timeline.EVERYBODY,
        hops);
  }

  /// The latest of one ring, more than the limit because several may name the same. Looks at no
  /// more of a feed than its share and the links of one message, however long its history is.
  private static List<Naming> namings(Tx tx, int ring, int share, int limit) {
    return tx.list(
        "SELECT f.feed, b.blob FROM feeds f LEFT JOIN reach r ON r.feed = f.feed"
            + " CROSS JOIN blob_links b ON b.feed = f.feed AND b.arrival >= coalesce("
            + "(SELECT s.arrival FROM blob_links s WHERE s.feed = f.feed"
            + " ORDER BY s.arrival DESC LIMIT 1 OFFSET ?), 0)"
            + " WHERE coalesce(r.hops, ?) = ? ORDER BY b.arrival DESC, b.blob DESC LIMIT ?",
        row -> new Naming((int) row.number(1), BlobId.of(row.bytes(2))),
        share - 1,
        Timeline.EVERYBODY,
        ring,
        NAMED_BY_SEVERAL * limit);
  }

  /// At most `limit` posts of one author, in the open, that name blobs; those that came last first.
  ///
  /// @param before the number of arrival before which to look
  public List<PostView> postsNamingBlobs(FeedId author, long before, int limit) {
    return reading.database().read(tx -> postsNamingBlobs(tx, author, before, limit));
  }

  private List<PostView> postsNamingBlobs(Tx tx, FeedId author, long before, int limit) {
    PostReader posts = new PostReader(reading, tx);
    return FullPage.of(
        before,
        limit,
        (from, most) ->
            tx.list(
                "SELECT DISTINCT arrival FROM blob_links WHERE feed = ? AND arrival < ? AND"
                    + Reading.unblocked("blob_links.feed")
                    + "ORDER BY arrival DESC LIMIT ?",
                row -> row.number(1),
                reading.numberOf(author),
                from,
                most),
        arrivals -> posts.at(arrivals).stream().filter(post -> !post.isPrivate()).toList());
  }

  /// Whether a message of our own, a bookmarked one, a draft or what waits in the outbox names the
  /// blob, or may do so: every blob, while it is not known what all messages name.
  public boolean isDear(BlobId blob) {
    return reading
        .database()
        .read(tx -> areSomeUnknown(tx) || isNamedByDearMessage(tx, blob) || isInWriting(tx, blob));
  }

  /// An index that another version of the program made, or that was lost with a damaged file, knows
  /// the newest messages alone until it is built, and of private ones those that were read again.
  private static boolean areSomeUnknown(Tx tx) {
    return IndexRunner.isBuilding(tx) || SecondReader.isBehind(tx);
  }

  private boolean isNamedByDearMessage(Tx tx, BlobId blob) {
    return tx.one(
            "SELECT 1 FROM blob_links b JOIN messages m ON m.arrival = b.arrival"
                + " WHERE b.blob = ? AND (m.feed = ?"
                + " OR m.id IN (SELECT message FROM bookmarks)) LIMIT 1",
            row -> true,
            blob.bytes(),
            reading.numberOf(reading.graph().self()))
        .isPresent();
  }

  private static boolean isInWriting(Tx tx, BlobId blob) {
    return tx.one(
            "SELECT 1 FROM (SELECT text FROM drafts UNION ALL SELECT content FROM outbox_posts)"
                + " WHERE instr(text, ?) LIMIT 1",
            row -> true,
            blob.toString())
        .isPresent();
  }
}
