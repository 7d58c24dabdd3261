package org.tidings.feed.index;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tidings.feed.ref.MessageId;
import org.tidings.feed.store.Tx;

/// Threads as the home timeline shows them, all posts of a page read together. Confined to one
/// transaction.
final class Summaries {

  /// Replies shown under a thread.
  private static final int ROLLED_UP = 2;

  /// Threads that are no longer are counted as they are read.
  private static final int FEW = 20;

  /// So many posts of a thread are looked at, the newest: the one it began with, those shown, as
  /// many as are counted, and one by which it is known that there are more.
  private static final int LOOKED_AT = 1 + ROLLED_UP + ThreadSummary.MANY + 1;

  /// The newest posts of thread 1, as many as parameter 2 says: whether the person may come across
  /// them, and whether they are new. Parameter 3 is the root, 4 our own feed.
  private static final String NEWEST =
      "(SELECT shown, arrival,"
          + Reading.unblocked("posts.feed")
          + "AND"
          + Reading.unmuted("posts.feed")
          + "AS visible, feed <> ?4 AND arrival > coalesce((SELECT m.arrival FROM read_marks m"
          + " WHERE m.root = ?3), 0) AS unread FROM posts WHERE thread = ?1"
          + " ORDER BY shown DESC, arrival DESC LIMIT ?2)";

  /// In one number each: a column costs the driver as much as a row.
  private static final String PARTS =
      "SELECT arrival * 4 + visible * 2 + unread FROM "
          + NEWEST
          + " ORDER BY shown DESC, arrival DESC";

  private static final String COUNTS =
      "SELECT coalesce(sum(visible AND arrival <> ?5), 0), coalesce(sum(visible AND unread), 0),"
          + " count(*) = ?2 FROM "
          + NEWEST;

  private final Reading reading;
  private final Tx tx;
  private final PostReader posts;
  private final AbsenceReader absences;
  private final Set<Integer> muted;

  /// A post of a thread.
  private record Part(long arrival, boolean isVisible, boolean isUnread) {
    static Part of(long packed) {
      return new Part(packed >> 2, (packed & 2) != 0, (packed & 1) != 0);
    }
  }

  /// What is shown below the opening of a thread.
  private record Below(List<Long> newest, ThreadSummary.Counts counts) {}

  Summaries(Reading reading, Tx tx) {
    this.reading = reading;
    this.tx = tx;
    this.posts = new PostReader(reading, tx);
    this.absences = new AbsenceReader(reading, posts, tx);
    this.muted = Set.copyOf(tx.list("SELECT feed FROM muted_feeds", row -> row.integer(1)));
  }

  List<ThreadSummary> of(List<ThreadWalk.Place> places) {
    Map<MessageId, PostView> openings =
        posts.find(places.stream().map(ThreadWalk.Place::root).toList());
    openings.values().removeIf(post -> !isShownAbove(post));
    List<Below> below =
        places.stream().map(place -> below(place, opening(openings, place))).toList();
    Map<Long, PostView> newest = new HashMap<>();
    posts
        .at(below.stream().flatMap(each -> each.newest.stream()).toList())
        .forEach(post -> newest.put(post.times().arrival(), post));
    List<ThreadSummary> summaries = new ArrayList<>();
    for (int i = 0; i < places.size(); i++) {
      ThreadWalk.Place place = places.get(i);
      Optional<PostView> opening = opening(openings, place);
      summaries.add(
          new ThreadSummary(
              place.root(),
              opening,
              opening.isPresent() ? Optional.empty() : Optional.of(absences.of(place.root())),
              below.get(i).newest.stream()
                  .flatMap(arrival -> Optional.ofNullable(newest.get(arrival)).stream())
                  .toList(),
              below.get(i).counts,
              place.key()));
    }
    return summaries;
  }

  private static Optional<PostView> opening(
      Map<MessageId, PostView> openings, ThreadWalk.Place place) {
    return Optional.ofNullable(openings.get(place.root()));
  }

  /// A post that is private is not where the open thread begins that answers it.
  private boolean isShownAbove(PostView post) {
    return !post.isPrivate() && !muted.contains(reading.numberOf(post.by().id()));
  }

  private Below below(ThreadWalk.Place place, Optional<PostView> opening) {
    long above = opening.map(post -> post.times().arrival()).orElse(-1L);
    List<Part> few = newest(place, FEW);
    List<Long> shown = shown(few, above);
    if (few.size() < FEW) {
      return new Below(shown, counted(few, above));
    }
    boolean isEnough = shown.size() == ROLLED_UP;
    return new Below(
        isEnough ? shown : shown(newest(place, LOOKED_AT), above), counts(place, above));
  }

  private List<Part> newest(ThreadWalk.Place place, int most) {
    return tx.list(
        PARTS,
        row -> Part.of(row.number(1)),
        place.thread(),
        most,
        place.root().bytes(),
        reading.self());
  }

  /// Those shown below the post that stands above, oldest first.
  private static List<Long> shown(List<Part> newest, long above) {
    return newest.stream()
        .filter(part -> part.isVisible && part.arrival != above)
        .limit(ROLLED_UP)
        .map(Part::arrival)
        .toList()
        .reversed();
  }

  private static ThreadSummary.Counts counted(List<Part> all, long above) {
    int replies = 0;
    int unread = 0;
    for (Part part : all) {
      replies += part.isVisible && part.arrival != above ? 1 : 0;
      unread += part.isVisible && part.isUnread ? 1 : 0;
    }
    return new ThreadSummary.Counts(replies, unread);
  }

  private ThreadSummary.Counts counts(ThreadWalk.Place place, long above) {
    return tx.one(
            COUNTS,
            row -> new ThreadSummary.Counts(row.integer(1), row.integer(2), row.integer(3) == 1),
            place.thread(),
            LOOKED_AT,
            place.root().bytes(),
            reading.self(),
            above)
        .orElseThrow();
  }
}
