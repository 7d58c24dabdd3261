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

  private static final String NAMED =
      "SELECT subject FROM abouts WHERE folded >= ?1 AND folded < ?1 || char(1114111)"
          + " UNION SELECT subject FROM abouts WHERE instr(folded, ' ' || ?1) > 0"
          + " UNION SELECT feed FROM petnames WHERE instr(' ' || folded, ' ' || ?1) > 0";

  private static final String CALLED =
      "SELECT subject FROM abouts WHERE folded = ?1 UNION SELECT feed FROM petnames"
          + " WHERE folded = ?1";

  private static final int NAMESAKES = 200;

  private final Reading reading;

  public Profiles(Reading reading) {
    this.reading = reading;
  }

  /// The page of a feed, whether anything of it is here or not.
  public ProfileView of(FeedId feed) {
    return reading.named(
        (tx, bylines) -> {
          int number = reading.numberOf(feed);
          return new ProfileView(
              bylines.of(feed),
              portrait(tx, number),
              bylines.given(feed, MOST_NAMES),
              counts(tx, number),
              reading.graph().relationship(feed));
        });
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
    return nearest(NAMED, Reading.unblocked("subject"), beginning, limit);
  }

  /// At most `limit` feeds that have exactly this name, whatever the case and the accents; nearest
  /// first, then by id.
  public List<Byline> called(String name, int limit) {
    return nearest(CALLED, Reading.unblocked("subject"), name, limit);
  }

  /// Those who are shown by this name, also whom we block, whatever the case and the accents;
  /// nearest first, then by id. Of very many with a name that somebody gave them so, the nearest
  /// are looked at.
  public List<Byline> shownAs(String name) {
    String folded = Folding.fold(name);
    return nearest(CALLED, " TRUE ", name, NAMESAKES).stream()
        .filter(byline -> Folding.fold(byline.name()).equals(folded))
        .toList();
  }

  /// Whether somebody we block has a name that begins so, as in [#named].
  public boolean isOfBlocked(String name) {
    return !nearest(NAMED, " NOT " + Reading.unblocked("subject"), name, 1).isEmpty();
  }

  private List<Byline> nearest(String subjects, String condition, String name, int limit) {
    return reading.bylines(
        "SELECT subject, coalesce((SELECT hops FROM reach WHERE feed = subject), ?2) AS distance"
            + " FROM ("
            + subjects
            + ") WHERE"
            + condition
            + "ORDER BY distance, (SELECT id FROM feeds WHERE feed = subject) LIMIT ?3",
        Folding.fold(name),
        Timeline.EVERYBODY,
        limit);
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

  private static Counts counts(Tx tx, int feed) {
    return tx.one(
            "SELECT coalesce((SELECT max(sequence) FROM messages WHERE feed = ?1), 0),"
                + " (SELECT count(*) FROM contacts WHERE contact = ?1 AND edge = 1"
                + " AND contact <> author),"
                + " (SELECT count(*) FROM contacts WHERE author = ?1 AND edge = 1"
                + " AND contact <> author)",
            row -> new Counts(row.number(1), row.integer(2), row.integer(3)),
            feed)
        .orElseThrow();
  }
}
