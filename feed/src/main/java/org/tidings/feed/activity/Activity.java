package org.tidings.feed.activity;

import java.util.HashMap;
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
import org.tidings.feed.index.HeardPage;
import org.tidings.feed.index.PostReader;
import org.tidings.feed.index.PostReader.Said;
import org.tidings.feed.index.PostView;
import org.tidings.feed.index.Reading;
import org.tidings.feed.index.TimelineKey;
import org.tidings.feed.ref.MessageId;
import org.tidings.feed.store.Row;
import org.tidings.feed.store.Tx;

/// What others did that concerns us, newest first: only what still holds, and nothing of the
/// blocked and the muted, nor of muted threads. Thread-safe.
public final class Activity {

  /// Of these kinds, after a key.
  private static final String WHICH = " (a.shown, a.arrival) < (?1, ?2) AND a.why & ?3 <> 0 ";

  private static final String IN_ORDER = " ORDER BY a.shown DESC, a.arrival DESC LIMIT ";

  /// Not said in a thread that the person muted: there may be very much in it, and none of that is
  /// read. What it is that somebody reacted to shows only in what they said.
  private static final String UNMUTED_THREAD =
      " (NOT EXISTS (SELECT 1 FROM muted_threads) OR NOT (EXISTS (SELECT 1 FROM posts t"
          + " WHERE t.shown = a.shown AND t.arrival = a.arrival AND +t.thread IN"
          + " (SELECT thread FROM threads WHERE root IN (SELECT root FROM muted_threads)))"
          + " OR EXISTS (SELECT 1 FROM private_posts t WHERE t.shown = a.shown"
          + " AND t.arrival = a.arrival AND +t.root IN (SELECT root FROM muted_threads)))) ";

  /// How far down the newest are looked at.
  static final String FLOOR =
      "SELECT a.shown, a.arrival, a.why FROM activity a WHERE" + WHICH + IN_ORDER + "1 OFFSET ?4";

  /// Those down to there.
  static final String NEWEST =
      "SELECT a.shown, a.arrival, a.why FROM activity a WHERE"
          + WHICH
          + "AND (a.shown, a.arrival) >= (?5, ?6) AND"
          + Reading.unblocked("a.feed")
          + "AND"
          + Reading.unmuted("a.feed")
          + "AND"
          + UNMUTED_THREAD
          + IN_ORDER
          + "?4";

  /// The newest of everybody who did anything, going from one to the next.
  static final String NEWEST_OF_EACH =
      "WITH RECURSIVE people (feed) AS (SELECT min(feed) FROM activity UNION ALL"
          + " SELECT (SELECT min(feed) FROM activity n WHERE n.feed > people.feed) FROM people"
          + " WHERE people.feed IS NOT NULL)"
          + " SELECT a.shown, a.arrival, a.why FROM people CROSS JOIN activity a"
          + " ON a.feed = people.feed AND"
          + WHICH
          + "AND a.shown >= coalesce((SELECT s.shown FROM activity s WHERE s.feed = people.feed AND"
          + (WHICH + "AND" + UNMUTED_THREAD).replace("a.", "s.")
          + IN_ORDER.replace("a.", "s.")
          + "1 OFFSET ?4), -9223372036854775808) WHERE"
          + Reading.unblocked("people.feed")
          + "AND"
          + Reading.unmuted("people.feed")
          + "AND"
          + UNMUTED_THREAD
          + IN_ORDER
          + "?4";

  /// Where votes are not asked for: however many there are among the others, an index knows the way
  /// past them.
  private static final String NO_VOTES = "AND a.why <> " + Why.REACTED.flag() + " AND a.why & ?3";

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
    long shown = after.shownMs();
    long arrival = after.arrival();
    int flags = Why.flags(kinds);
    return HeardPage.of(
        limit,
        rows ->
            tx.one(asking(kinds, FLOOR), Activity::spot, shown, arrival, flags, rows)
                .map(Spot::key),
        end ->
            tx.list(
                asking(kinds, NEWEST),
                Activity::spot,
                shown,
                arrival,
                flags,
                limit,
                end.shownMs(),
                end.arrival()),
        () -> tx.list(NEWEST_OF_EACH, Activity::spot, shown, arrival, flags, limit));
  }

  /// The query where only these kinds are asked for.
  static String asking(Set<Why> kinds, String query) {
    return kinds.contains(Why.REACTED) ? query : query.replace("AND a.why & ?3", NO_VOTES);
  }

  private static Spot spot(Row row) {
    return new Spot(new TimelineKey(row.number(1), row.number(2)), row.integer(3));
  }

  private List<ActivityItem> items(Tx tx, PostReader posts, List<Spot> spots, Set<Why> kinds) {
    Map<Long, Integer> why = new LinkedHashMap<>();
    spots.forEach(spot -> why.put(spot.key.arrival(), spot.why & Why.flags(kinds)));
    List<Said> said = posts.said(why.keySet());
    posts.readAhead(said);
    Map<MessageId, Optional<PostView>> targets = new HashMap<>();
    return said.stream()
        .flatMap(
            one ->
                item(tx, posts, targets, one, why.getOrDefault(one.times().arrival(), 0)).stream())
        .toList();
  }

  /// @param targets what was reacted to, as far as it was looked up: often many to the same
  private Optional<ActivityItem> item(
      Tx tx, PostReader posts, Map<MessageId, Optional<PostView>> targets, Said said, int why) {
    return switch (said.content()) {
      case Post _ -> wrote(posts, said, why);
      case Vote vote ->
          reaction(
              tx,
              posts,
              said,
              vote,
              targets.computeIfAbsent(vote.message(), target -> target(posts, target)));
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

  /// A post of ours that was reacted to, unless its thread is muted.
  private Optional<PostView> target(PostReader posts, MessageId target) {
    return posts
        .find(target)
        .filter(post -> post.by().id().equals(reading.graph().self()))
        .filter(post -> !posts.isThreadMuted(post));
  }

  private Optional<ActivityItem> reaction(
      Tx tx, PostReader posts, Said said, Vote vote, Optional<PostView> target) {
    return target.flatMap(
        post ->
            standing(tx, said, vote)
                .map(
                    expression ->
                        new ActivityItem.Reacted(
                            posts.byline(said.author()), post, expression, said.times())));
  }

  private Optional<String> standing(Tx tx, Said said, Vote vote) {
    return tx.one(
        "SELECT expression FROM votes WHERE target = ? AND feed = ? AND arrival = ?"
            + " AND value > 0",
        row -> row.text(1),
        vote.message().bytes(),
        reading.numberOf(said.author()),
        said.times().arrival());
  }

  private Optional<ActivityItem> followed(PostReader posts, Said said) {
    return reading.graph().relationship(said.author()).followsUs()
        ? Optional.of(new ActivityItem.Followed(posts.byline(said.author()), said.times()))
        : Optional.empty();
  }
}
