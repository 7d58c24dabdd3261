package org.tidings.feed.activity;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.tidings.feed.index.PostReader;
import org.tidings.feed.index.PostView;
import org.tidings.feed.index.Reading;
import org.tidings.feed.index.Timeline;
import org.tidings.feed.ref.BlobId;
import org.tidings.feed.ref.Ref;
import org.tidings.feed.store.Tx;

/// What points to a feed, a message or a blob. Blocked authors are left out by the query.
/// Thread-safe.
public final class Links {

  private final Reading reading;

  /// A link to a blob, and the arrival number of the message it stands in.
  private record Naming(long arrival, BlobId blob) {}

  public Links(Reading reading) {
    this.reading = reading;
  }

  /// At most `limit` posts that mention a feed or message, latest arrival first, of those that
  /// arrived before number `before` (start with [Long#MAX_VALUE]).
  public List<PostView> mentioning(Ref target, long before, int limit) {
    return reading.database().read(tx -> mentioning(tx, target, before, limit));
  }

  private List<PostView> mentioning(Tx tx, Ref target, long before, int limit) {
    PostReader posts = new PostReader(reading, tx);
    List<PostView> found = new ArrayList<>();
    long from = before;
    List<Long> arrivals;
    do {
      arrivals =
          tx.list(
              "SELECT rowid FROM links WHERE links MATCH ? AND rowid < ? ORDER BY rowid DESC LIMIT"
                  + " ?",
              row -> row.number(1),
              Pointer.to(target, Why.MENTIONED),
              from,
              limit);
      for (long arrival : arrivals) {
        from = arrival;
        posts.at(arrival).filter(post -> mentions(post, target)).ifPresent(found::add);
      }
    } while (arrivals.size() == limit && found.size() < limit);
    return List.copyOf(found.subList(0, Math.min(limit, found.size())));
  }

  private static boolean mentions(PostView post, Ref target) {
    return post.post().mentions().stream()
        .anyMatch(mention -> mention.ref().filter(target::equals).isPresent());
  }

  /// At most `limit` blobs named by feeds within `hops`, those named by the latest arrivals first.
  public List<BlobId> newestBlobs(int hops, int limit) {
    return reading.database().read(tx -> newestBlobs(tx, hops, limit));
  }

  /// From the newest link down, so that a long history costs no more than a short one.
  private static List<BlobId> newestBlobs(Tx tx, int hops, int limit) {
    Set<BlobId> found = new LinkedHashSet<>();
    long arrival = Long.MAX_VALUE;
    byte[] blob = {};
    List<Naming> page;
    do {
      page = namings(tx, hops, arrival, blob, limit);
      for (Naming naming : page) {
        arrival = naming.arrival;
        blob = naming.blob.bytes();
        found.add(naming.blob);
      }
    } while (page.size() == limit && found.size() < limit);
    return found.stream().limit(limit).toList();
  }

  /// `CROSS` keeps SQLite from going through the messages instead of the links.
  private static List<Naming> namings(Tx tx, int hops, long arrival, byte[] blob, int limit) {
    return tx.list(
        "SELECT b.arrival, b.blob FROM blob_links b CROSS JOIN messages m ON m.arrival = b.arrival"
            + " LEFT JOIN reach r ON r.feed = m.feed"
            + " WHERE (b.arrival, b.blob) < (?, ?) AND coalesce(r.hops, ?) BETWEEN 0 AND ?"
            + " ORDER BY b.arrival DESC, b.blob DESC LIMIT ?",
        row -> new Naming(row.number(1), BlobId.of(row.bytes(2))),
        arrival,
        blob,
        Timeline.EVERYBODY,
        hops,
        limit);
  }

  /// Whether a message of our own, a bookmarked one, a draft or what waits in the outbox names the
  /// blob.
  public boolean isDear(BlobId blob) {
    return reading.database().read(tx -> isNamedByDearMessage(tx, blob) || isInWriting(tx, blob));
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
