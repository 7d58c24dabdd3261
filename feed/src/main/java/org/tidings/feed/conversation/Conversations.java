package org.tidings.feed.conversation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tidings.crypto.box.PrivateBox;
import org.tidings.crypto.hash.Sha256;
import org.tidings.feed.index.Byline;
import org.tidings.feed.index.FullPage;
import org.tidings.feed.index.PostReader;
import org.tidings.feed.index.PostView;
import org.tidings.feed.index.Reading;
import org.tidings.feed.index.TimelineKey;
import org.tidings.feed.local.SeenMarks;
import org.tidings.feed.ref.FeedId;
import org.tidings.feed.ref.MessageId;
import org.tidings.feed.store.Tx;

/// Private messages by who takes part. Messages not read yet are missing until the second reader
/// has come to them. Blocked authors are left out by the query; what muted ones say stands there
/// and does not count as new. Thread-safe.
public final class Conversations {

  /// The most people a private message can be for besides us.
  public static final int MOST_OTHERS = PrivateBox.MAX_RECIPIENTS - 1;

  /// More unread posts than this are not counted.
  private static final int MANY = 100;

  /// So many posts before a damaged one are looked at for one that can be read.
  private static final int LOOKED_AT = 50;

  private static final String WALK =
      "SELECT p.conversation, p.shown, p.arrival, c.members FROM newest_posts p"
          + " JOIN conversations c USING (conversation) WHERE (p.shown, p.arrival) < (?1, ?2) AND"
          + Reading.unblocked("p.feed")
          + "AND NOT EXISTS (SELECT 1 FROM newest_posts q WHERE q.conversation = p.conversation"
          + " AND (q.shown, q.arrival) > (p.shown, p.arrival) AND"
          + Reading.unblocked("q.feed")
          + ") ORDER BY p.shown DESC, p.arrival DESC LIMIT ?3";

  private static final String PAGE =
      "SELECT p.shown, p.arrival FROM private_posts p JOIN conversations c USING (conversation)"
          + " WHERE c.members = ?1 AND (p.shown, p.arrival) < (?2, ?3) AND"
          + Reading.unblocked("p.feed")
          + "ORDER BY p.shown DESC, p.arrival DESC LIMIT ?4";

  private static final String THREAD = "private thread ";

  /// Whenever they were written: messages may come late. Ours are read at once, those of others in
  /// the order in which they came.
  static final String UNREAD =
      "SELECT count(*) FROM (SELECT 1 FROM private_posts p WHERE p.conversation = ?1"
          + " AND p.arrival > ?2 AND p.feed <> ?3 AND"
          + waiting("p")
          + "LIMIT ?4)";

  /// What came last of what others said in its conversation and waits, between two numbers.
  static final String LATEST_WORDS =
      "SELECT c.members, p.arrival FROM private_posts p CROSS JOIN conversations c"
          + " USING (conversation) WHERE p.arrival > ?1 AND p.arrival < ?2 AND p.feed <> ?3 AND"
          + waiting("p")
          + "AND NOT EXISTS (SELECT 1 FROM private_posts q WHERE q.conversation = p.conversation"
          + " AND q.arrival > p.arrival AND q.feed <> ?3 AND"
          + waiting("q")
          + ") ORDER BY p.arrival DESC LIMIT ?4";

  private static final String ARRIVED_ANYWHERE =
      "SELECT arrival FROM private_posts WHERE feed <> ? ORDER BY arrival DESC LIMIT 1";

  private static final String ARRIVED =
      "SELECT p.arrival FROM private_posts p JOIN conversations c USING (conversation)"
          + " WHERE c.members = ?1 AND p.feed <> ?2 ORDER BY p.arrival DESC LIMIT 1";

  private final Reading reading;

  public Conversations(Reading reading) {
    this.reading = reading;
  }

  /// Of posts by that name in a query, those that wait: nothing of the muted, nor what was seen in
  /// its thread, where it can be read as well.
  private static String waiting(String posts) {
    return Reading.unblocked(posts + ".feed")
        + "AND"
        + Reading.unmuted(posts + ".feed")
        + "AND NOT EXISTS (SELECT 1 FROM seen_marks m WHERE m.list = '%s' || hex(%s.root)"
            .formatted(THREAD, posts)
        + " AND m.arrival >= %s.arrival) ".formatted(posts);
  }

  private record Word(List<FeedId> members, long arrival) {}

  private record Place(long conversation, TimelineKey key, List<FeedId> members) {}

  /// At most `limit` conversations, latest first, after `after` (start with [TimelineKey#TOP]).
  public List<Conversation> latest(TimelineKey after, int limit) {
    return reading
        .database()
        .read(
            tx -> {
              PostReader posts = new PostReader(reading, tx);
              return conversations(tx, posts, places(tx, after, limit));
            });
  }

  private static List<Place> places(Tx tx, TimelineKey after, int limit) {
    return tx.list(
        WALK,
        row ->
            new Place(
                row.number(1),
                new TimelineKey(row.number(2), row.number(3)),
                Members.parse(row.bytes(4))),
        after.shownMs(),
        after.arrival(),
        limit);
  }

  private List<Conversation> conversations(Tx tx, PostReader posts, List<Place> places) {
    Map<Long, PostView> newest = new HashMap<>();
    posts
        .atKeys(places.stream().map(Place::key).toList())
        .forEach(post -> newest.put(post.times().arrival(), post));
    return places.stream()
        .map(
            place ->
                conversation(
                    tx,
                    posts,
                    place,
                    Optional.ofNullable(newest.get(place.key.arrival()))
                        .or(() -> before(tx, posts, place))))
        .toList();
  }

  /// The newest post that can be read of a conversation whose newest is damaged; empty where those
  /// before it are as well.
  private static Optional<PostView> before(Tx tx, PostReader posts, Place place) {
    byte[] members = Members.bytes(place.members);
    return posts.atKeys(page(tx, members, place.key, LOOKED_AT)).stream().findFirst();
  }

  private Conversation conversation(
      Tx tx, PostReader posts, Place place, Optional<PostView> newest) {
    List<Byline> others = others(place.members).stream().map(posts::byline).toList();
    return new Conversation(others, newest, place.key, unread(tx, place));
  }

  private static long seen(Tx tx, List<FeedId> members) {
    return SeenMarks.of(tx, listOf(Members.bytes(members))).arrival();
  }

  private int unread(Tx tx, Place place) {
    long seen = seen(tx, place.members);
    return tx.one(UNREAD, row -> row.integer(1), place.conversation, seen, reading.self(), MANY)
        .orElse(0);
  }

  /// At most `limit` posts of the conversation with exactly these others, newest first, after
  /// `after`.
  public List<PostView> posts(Collection<FeedId> others, TimelineKey after, int limit) {
    return reading
        .database()
        .read(
            tx -> {
              PostReader posts = new PostReader(reading, tx);
              return FullPage.of(
                  after, limit, (key, most) -> page(tx, withUs(others), key, most), posts::atKeys);
            });
  }

  /// Whether anything that may be shown was said in the conversation with exactly these others,
  /// also where it cannot be read.
  public boolean isBegun(Collection<FeedId> others) {
    return reading.database().read(tx -> !page(tx, withUs(others), TimelineKey.TOP, 1).isEmpty());
  }

  /// At most `limit` of what others said last in each conversation, by when it came: of what came
  /// after this number and has not been seen, nothing of the muted; the latest first.
  public List<LatestWord> unseenAfter(long arrival, int limit) {
    return reading
        .database()
        .read(
            tx -> {
              PostReader posts = new PostReader(reading, tx);
              return FullPage.of(
                  new Word(List.of(), Long.MAX_VALUE),
                  limit,
                  (last, most) -> words(tx, arrival, last.arrival, most),
                  words -> unseen(tx, posts, words));
            });
  }

  private List<Word> words(Tx tx, long after, long before, int limit) {
    return tx.list(
        LATEST_WORDS,
        row -> new Word(Members.parse(row.bytes(1)), row.number(2)),
        after,
        before,
        reading.self(),
        limit);
  }

  private List<LatestWord> unseen(Tx tx, PostReader posts, List<Word> words) {
    return words.stream()
        .filter(word -> seen(tx, word.members) < word.arrival)
        .flatMap(word -> latestWord(posts, word).stream())
        .toList();
  }

  private Optional<LatestWord> latestWord(PostReader posts, Word word) {
    return posts.at(word.arrival).map(post -> new LatestWord(others(word.members), post));
  }

  private List<FeedId> others(List<FeedId> members) {
    return members.stream().filter(member -> !member.equals(reading.graph().self())).toList();
  }

  private static List<TimelineKey> page(Tx tx, byte[] members, TimelineKey after, int limit) {
    return tx.list(
        PAGE,
        row -> new TimelineKey(row.number(1), row.number(2)),
        members,
        after.shownMs(),
        after.arrival(),
        limit);
  }

  /// The number of what came last of what others said in any conversation; 0 where nothing was
  /// said.
  public long arrived() {
    return reading
        .database()
        .read(tx -> tx.one(ARRIVED_ANYWHERE, row -> row.number(1), reading.self()))
        .orElse(0L);
  }

  /// The number of what came last of what others said in the conversation with exactly these; 0
  /// where nothing was said.
  public long arrived(Collection<FeedId> others) {
    return reading
        .database()
        .read(tx -> tx.one(ARRIVED, row -> row.number(1), withUs(others), reading.self()))
        .orElse(0L);
  }

  /// Whether the person has seen a private post, in its conversation or in its thread. Within a
  /// query.
  public static boolean isSeen(Tx tx, PostView post, FeedId self) {
    List<FeedId> members = new ArrayList<>(post.othersThan(self));
    members.add(self);
    long arrival = post.times().arrival();
    return arrival <= seen(tx, members)
        || arrival <= SeenMarks.of(tx, listOf(post.thread())).arrival();
  }

  /// The name under which [SeenMarks] keeps how far this conversation was seen.
  public String listOf(Collection<FeedId> others) {
    return listOf(withUs(others));
  }

  /// The name under which [SeenMarks] keeps how far what is said in private in the thread with this
  /// root was seen there. What is said in it in the open has nothing to do with that.
  public static String listOf(MessageId root) {
    return THREAD + HexFormat.of().withUpperCase().formatHex(root.bytes());
  }

  private static String listOf(byte[] members) {
    return "private " + HexFormat.of().formatHex(Sha256.of(members));
  }

  private byte[] withUs(Collection<FeedId> others) {
    List<FeedId> members = new ArrayList<>(others);
    members.add(reading.graph().self());
    return Members.bytes(members);
  }
}
