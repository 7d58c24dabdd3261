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

  /// So many posts of a thread are looked at, the newest: the one it began with, those shown, as
  /// many as are counted, and one by which it is known that there are more.
  private static final int LOOKED_AT = 1 + ROLLED_UP + ThreadSummary.MANY + 1;

  /// For each of the threads, its newest posts, as many as parameter 2 says: whether the person may
  /// come across them, and whether they are new. Parameter 3 is our own feed. A thread is one text,
  /// a post one number in it: a row for each would cost the driver as much as finding it. There may
  /// be thousands, so those we block are joined, which takes half as long as to ask for each.
  private static final String NEWEST =
      "SELECT t.thread, (SELECT group_concat("
          + "CAST(arrival * 4 + visible * 2 + unread AS INTEGER), ' ') FROM"
          + " (SELECT p.arrival, r.hops IS NOT -1 AND"
          + Reading.unmuted("p.feed")
          + "AS visible, p.feed <> ?3 AND p.arrival > coalesce(m.arrival, 0) AS unread"
          + " FROM posts p LEFT JOIN reach r USING (feed) WHERE p.thread = t.thread"
          + " ORDER BY p.shown DESC, p.arrival DESC LIMIT ?2))"
          + " FROM json_each(?1) k CROSS JOIN threads t ON t.thread = k.value"
          + " LEFT JOIN read_marks m ON m.root = t.root";

  private final Reading reading;
  private final Tx tx;
  private final PostReader posts;
  private final AbsenceReader absences;
  private final Set<Integer> muted;

  /// A post of a thread.
  private record Part(long arrival, boolean isVisible, boolean isUnread) {
    /// Those in a text of numbers. There may be a thousand: no text is made of each.
    static List<Part> all(String packed) {
      List<Part> parts = new ArrayList<>();
      for (int start = 0; start < packed.length(); ) {
        int space = packed.indexOf(' ', start);
        int end = space < 0 ? packed.length() : space;
        parts.add(of(Long.parseLong(packed, start, end, 10)));
        start = end + 1;
      }
      return parts;
    }

    private static Part of(long packed) {
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
    Map<Long, List<Part>> parts = newest(places);
    List<Below> below =
        places.stream()
            .map(
                place ->
                    below(parts.getOrDefault(place.thread(), List.of()), opening(openings, place)))
            .toList();
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

  /// For each thread, its newest posts.
  private Map<Long, List<Part>> newest(List<ThreadWalk.Place> places) {
    Map<Long, List<Part>> newest = new HashMap<>();
    tx.each(
        NEWEST,
        row -> newest.put(row.number(1), Part.all(row.text(2))),
        places.stream().map(ThreadWalk.Place::thread).toList().toString(),
        LOOKED_AT,
        reading.self());
    return newest;
  }

  /// Those shown below the post that stands above, oldest first.
  private static Below below(List<Part> newest, Optional<PostView> opening) {
    long above = opening.map(post -> post.times().arrival()).orElse(-1L);
    List<Part> visible = newest.stream().filter(Part::isVisible).toList();
    List<Part> replies = visible.stream().filter(part -> part.arrival != above).toList();
    return new Below(
        replies.stream().limit(ROLLED_UP).map(Part::arrival).toList().reversed(),
        new ThreadSummary.Counts(
            replies.size(),
            (int) visible.stream().filter(Part::isUnread).count(),
            newest.size() == LOOKED_AT));
  }
}
