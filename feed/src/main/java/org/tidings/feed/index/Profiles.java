package org.tidings.feed.index;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tidings.feed.index.ProfileView.Counts;
import org.tidings.feed.index.ProfileView.SelfPortrait;
import org.tidings.feed.ref.BlobId;
import org.tidings.feed.ref.FeedId;
import org.tidings.feed.store.Row;
import org.tidings.feed.store.Tx;
import org.tidings.feed.text.Folding;

/// Names, pictures and contacts of feeds. Thread-safe.
public final class Profiles {

  private static final SelfPortrait BLANK =
      new SelfPortrait(Optional.empty(), Optional.empty(), Optional.empty());

  /// Different names others gave to one feed.
  private static final int MOST_NAMES = 1_000;

  private static final int NAMESAKES = 200;

  private static final int FRIENDS_NAMED = 3;

  private final Reading reading;

  /// One of several.
  private record Friend(Byline by, int all) {}

  public Profiles(Reading reading) {
    this.reading = reading;
  }

  /// The page of a feed, whether anything of it is here or not.
  public ProfileView of(FeedId feed) {
    return reading.named(
        (tx, bylines) -> {
          int number = reading.numberOf(feed);
          SelfPortrait self = portrait(tx, number);
          return new ProfileView(
              bylines.of(feed),
              reading.graph().hops(feed).isBlocked() ? self.nameOnly() : self,
              bylines.given(feed, MOST_NAMES),
              counts(tx, number, reading.self()),
              inCommon(tx, bylines, number),
              reading.graph().relationship(feed));
        });
  }

  /// Who these are to us, in the same order.
  public List<Acquaintance> acquaintances(Collection<FeedId> feeds) {
    return reading.named(
        (tx, bylines) ->
            feeds.stream()
                .map(
                    feed ->
                        new Acquaintance(
                            bylines.of(feed),
                            inCommon(tx, bylines, reading.numberOf(feed)),
                            reading.graph().relationship(feed)))
                .toList());
  }

  public Byline byline(FeedId feed) {
    return reading.named((tx, bylines) -> bylines.of(feed));
  }

  public Map<FeedId, Byline> bylines(Collection<FeedId> feeds) {
    return reading.named(
        (tx, bylines) -> {
          Map<FeedId, Byline> found = HashMap.newHashMap(feeds.size());
          feeds.forEach(feed -> found.put(feed, bylines.of(feed)));
          return found;
        });
  }

  /// At most `limit` feeds this one follows, those first that this store knew first, after the
  /// given one.
  public List<Byline> following(FeedId feed, Optional<FeedId> after, int limit) {
    return reading.bylines(
        "SELECT contact FROM contacts WHERE author = ?1 AND contact > ?2 AND edge = 1"
            + " AND contact <> author AND"
            + Reading.unblocked("contact")
            + "ORDER BY contact LIMIT ?3",
        reading.numberOf(feed),
        number(after),
        limit);
  }

  /// At most `limit` feeds that follow this one, those first that this store knew first, after the
  /// given one.
  public List<Byline> followers(FeedId feed, Optional<FeedId> after, int limit) {
    return reading.bylines(
        "SELECT author FROM contacts WHERE contact = ?1 AND edge = 1 AND author > ?2"
            + " AND contact <> author AND"
            + Reading.unblocked("author")
            + "ORDER BY author LIMIT ?3",
        reading.numberOf(feed),
        number(after),
        limit);
  }

  /// At most `limit` feeds of which a name, or a word in it, begins so, whatever the case and the
  /// accents; nearest first, then by id.
  public List<Byline> named(String beginning, int limit) {
    return new Names(reading).beginning(beginning, Reading.unblocked("subject"), limit);
  }

  /// Somebody with the name that may be written where others read it.
  public Mentionable mentionable(FeedId feed) {
    return reading.named((tx, bylines) -> bylines.mentionable(feed));
  }

  /// At most `limit` people one may mean to mention by the beginning of a name, found as in
  /// [#named]: these here first, then the nearest. Before anything is typed, these here and those
  /// we follow. We ourselves are left out.
  ///
  /// @param here for example who is in the thread that is answered
  public List<Mentionable> mentionable(String beginning, List<FeedId> here, int limit) {
    return new Names(reading).mentionable(beginning, here, limit);
  }

  /// At most `limit` feeds that have exactly this name, whatever the case and the accents; nearest
  /// first, then by id.
  public List<Byline> called(String name, int limit) {
    return new Names(reading).whole(name, Reading.unblocked("subject"), limit);
  }

  /// Those who are shown by this name, also whom we block, whatever the case and the accents;
  /// nearest first, then by id. Of very many with a name that somebody gave them so, the nearest
  /// are looked at.
  public List<Byline> shownAs(String name) {
    String folded = Folding.fold(name);
    return new Names(reading)
        .whole(name, " TRUE ", NAMESAKES).stream()
            .filter(byline -> Folding.fold(byline.name()).equals(folded))
            .toList();
  }

  /// Whether somebody we block has a name that begins so, as in [#named].
  public boolean isOfBlocked(String name) {
    return !new Names(reading).beginning(name, " NOT " + Reading.unblocked("subject"), 1).isEmpty();
  }

  /// Tables hold the numbers in order, where an order by id would sort all rows for each page.
  private int number(Optional<FeedId> after) {
    return after.map(reading::numberOf).orElse(-1);
  }

  private static SelfPortrait portrait(Tx tx, int feed) {
    return tx.one(
            "SELECT name, image, description FROM abouts WHERE subject = ?1 AND author = ?1",
            Profiles::portrait,
            feed)
        .orElse(BLANK);
  }

  private static SelfPortrait portrait(Row row) {
    return new SelfPortrait(
        Optional.of(row.text(1)).filter(text -> !text.isBlank()),
        Optional.of(row.bytes(2)).filter(bytes -> bytes.length > 0).map(BlobId::of),
        Optional.of(row.text(3)).filter(text -> !text.isBlank()));
  }

  private FriendsInCommon inCommon(Tx tx, BylineReader bylines, int feed) {
    List<Friend> friends =
        tx.list(
            "SELECT ours.contact, count(*) OVER () FROM contacts ours"
                + " JOIN contacts theirs ON theirs.author = ours.contact"
                + " AND theirs.contact = ?2 AND theirs.edge = 1"
                + " JOIN feeds f ON f.feed = ours.contact"
                + " WHERE ours.author = ?1 AND ours.edge = 1 AND ours.contact <> ?2"
                + " ORDER BY f.id LIMIT ?3",
            row -> new Friend(bylines.of(reading.numbers().idOf(row.integer(1))), row.integer(2)),
            reading.self(),
            feed,
            FRIENDS_NAMED);
    return new FriendsInCommon(
        friends.stream().map(Friend::by).toList(), friends.isEmpty() ? 0 : friends.getFirst().all);
  }

  /// All are counted and the few we block taken off, which is quicker than asking of each.
  private static Counts counts(Tx tx, int feed, int self) {
    String followers = "FROM contacts WHERE contact = ?1 AND edge = 1 AND author <> ?1";
    String following = "FROM contacts WHERE author = ?1 AND edge = 1 AND contact <> ?1";
    String blocked = " IN (SELECT contact FROM contacts WHERE author = ?2 AND edge = -1)";
    return tx.one(
            "SELECT coalesce((SELECT max(sequence) FROM messages WHERE feed = ?1), 0),"
                + " (SELECT count(*) %1$s) - (SELECT count(*) %1$s AND author %3$s),"
                    .formatted(followers, following, blocked)
                + " (SELECT count(*) %2$s) - (SELECT count(*) %2$s AND contact %3$s)"
                    .formatted(followers, following, blocked),
            row -> new Counts(row.number(1), row.integer(2), row.integer(3)),
            feed,
            self)
        .orElseThrow();
  }
}
