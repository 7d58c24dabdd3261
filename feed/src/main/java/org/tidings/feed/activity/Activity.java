package org.tidings.feed.activity;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tidings.feed.content.Contact;
import org.tidings.feed.content.Post;
import org.tidings.feed.content.Vote;
import org.tidings.feed.conversation.Conversations;
import org.tidings.feed.index.FullPage;
import org.tidings.feed.index.PostReader;
import org.tidings.feed.index.PostReader.Said;
import org.tidings.feed.index.Reading;
import org.tidings.feed.index.TimelineKey;
import org.tidings.feed.store.Tx;

/// What others did that concerns us, newest first: only what still holds, and nothing of the
/// blocked and the muted, nor of muted threads. Thread-safe.
public final class Activity {

  static final String PAGE =
      "SELECT a.shown, a.arrival, a.why FROM activity a JOIN messages m ON m.arrival = a.arrival"
          + " WHERE (a.shown, a.arrival) < (?1, ?2) AND a.why & ?3 <> 0 AND"
          + Reading.unblocked("m.feed")
          + "AND"
          + Reading.unmuted("m.feed")
          + "ORDER BY a.shown DESC, a.arrival DESC LIMIT ?4";

  /// Where votes are not asked for: however many there are among the others, an index knows the way
  /// past them.
  static final String PAGE_WITHOUT_VOTES =
      PAGE.replace("AND a.why & ?3", "AND a.why <> " + Why.REACTED.flag() + " AND a.why & ?3");

  private final Reading reading;

  public Activity(Reading reading) {
    this.reading = reading;
  }

  private record Spot(TimelineKey key, int why) {}

  /// At most `limit` items of these kinds, after `after` (start with [TimelineKey#TOP]).
  public List<ActivityItem> latest(Set<Why> kinds, TimelineKey after, int limit) {
    return reading
        .database()
        .read(
            tx -> {
              PostReader posts = new PostReader(reading, tx);
              return FullPage.of(
                  new Spot(after, 0),
                  limit,
                  (spot, most) -> spots(tx, kinds, spot.key, most),
                  spots -> items(tx, posts, spots, kinds));
            });
  }

  /// How many of the newest `most` items of these kinds were not seen, by a mark of [SeenMarks].
  public int unseen(Set<Why> kinds, TimelineKey seen, int most) {
    List<ActivityItem> items = latest(kinds, TimelineKey.TOP, most);
    return (int) items.stream().filter(item -> isUnseen(item, seen)).count();
  }

  /// Whether an item was not seen, by a mark of [SeenMarks] for activity; what was said in private
  /// may have been seen there.
  public boolean isUnseen(ActivityItem item, TimelineKey seen) {
    return item.key().isUnseen(seen)
        && !(item instanceof ActivityItem.Wrote(var post, var _)
            && post.isPrivate()
            && reading
                .database()
                .read(tx -> Conversations.isSeen(tx, post, reading.graph().self())));
  }

  private static List<Spot> spots(Tx tx, Set<Why> kinds, TimelineKey after, int limit) {
    return tx.list(
        kinds.contains(Why.REACTED) ? PAGE : PAGE_WITHOUT_VOTES,
        row -> new Spot(new TimelineKey(row.number(1), row.number(2)), row.integer(3)),
        after.shownMs(),
        after.arrival(),
        Why.flags(kinds),
        limit);
  }

  private List<ActivityItem> items(Tx tx, PostReader posts, List<Spot> spots, Set<Why> kinds) {
    Map<Long, Integer> why = new LinkedHashMap<>();
    spots.forEach(spot -> why.put(spot.key.arrival(), spot.why & Why.flags(kinds)));
    List<Said> said = posts.said(why.keySet());
    posts.readAhead(said);
    return said.stream()
        .flatMap(one -> item(tx, posts, one, why.getOrDefault(one.times().arrival(), 0)).stream())
        .toList();
  }

  private Optional<ActivityItem> item(Tx tx, PostReader posts, Said said, int why) {
    return switch (said.content()) {
      case Post _ -> wrote(posts, said, why);
      case Vote vote -> reaction(tx, posts, said, vote);
      case Contact contact -> followed(posts, said);
      default -> Optional.empty();
    };
  }

  private Optional<ActivityItem> wrote(PostReader posts, Said said, int flags) {
    return posts
        .view(said)
        .filter(view -> !posts.isThreadMuted(view))
        .map(view -> new ActivityItem.Wrote(view, Why.of(flags)));
  }

  private Optional<ActivityItem> reaction(Tx tx, PostReader posts, Said said, Vote vote) {
    Optional<String> standing =
        tx.one(
            "SELECT expression FROM votes WHERE target = ? AND feed = ? AND arrival = ?"
                + " AND value > 0",
            row -> row.text(1),
            vote.message().bytes(),
            reading.numberOf(said.author()),
            said.times().arrival());
    return standing.flatMap(
        expression ->
            posts
                .find(vote.message())
                .filter(post -> post.by().id().equals(reading.graph().self()))
                .filter(post -> !posts.isThreadMuted(post))
                .map(
                    post ->
                        new ActivityItem.Reacted(
                            posts.byline(said.author()), post, expression, said.times())));
  }

  private Optional<ActivityItem> followed(PostReader posts, Said said) {
    return reading.graph().relationship(said.author()).followsUs()
        ? Optional.of(new ActivityItem.Followed(posts.byline(said.author()), said.times()))
        : Optional.empty();
  }
}
