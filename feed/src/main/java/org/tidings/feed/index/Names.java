package org.tidings.feed.index;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.tidings.feed.ref.FeedId;
import org.tidings.feed.store.Tx;
import org.tidings.feed.text.NameWords;

/// Finds feeds by a name that somebody gave them, ourselves included; the nearest first, then by
/// id. Thread-safe.
record Names(Reading reading) {

  /// What those we block call others is not looked at, as bylines do not show it; what they call
  /// themselves is.
  private static final String GIVEN =
      "(author = subject OR" + Reading.unblocked("author") + ") AND ";

  private static final String BEGINNING = GIVEN + "folded >= ?1 AND folded < ?1 || char(1114111)";
  private static final String WHOLE = GIVEN + "folded = ?1 AND word = 0";

  /// Who is here, and whom we follow.
  private static final String NEAR =
      "SELECT value AS subject FROM json_each(?5)"
          + " UNION SELECT contact FROM contacts WHERE author = ?6 AND edge = 1";

  private static final String NAMED =
      "SELECT subject FROM names WHERE " + BEGINNING + " UNION SELECT value FROM json_each(?2)";

  /// Those with a name in which these words stand one after the other, the last at least begun.
  ///
  /// @param condition on the column `subject`
  List<Byline> beginning(String name, String condition, int limit) {
    String words = NameWords.of(name);
    return nearest(words, BEGINNING, petname -> isBegun(petname, words), condition, limit);
  }

  private static boolean isBegun(String petname, String words) {
    return NameWords.endings(petname).stream().anyMatch(end -> end.startsWith(words));
  }

  /// Those with a name that begins so, as in [#beginning], or where there is none yet those who are
  /// here and whom we follow; who is here first. We ourselves and whom we block are left out.
  List<Mentionable> mentionable(String name, List<FeedId> here, int limit) {
    String words = NameWords.of(name);
    List<Integer> near =
        here.stream().map(reading::numberOf).filter(number -> number >= 0).toList();
    String query =
        "SELECT subject, (SELECT key FROM json_each(?5) WHERE value = subject) AS place,"
            + " coalesce((SELECT hops FROM reach WHERE feed = subject), ?3) AS distance FROM ("
            + (words.isEmpty() ? NEAR : NAMED)
            + ") WHERE subject <> ?6 AND"
            + Reading.unblocked("subject")
            + "ORDER BY place IS NULL, place, distance,"
            + " (SELECT id FROM feeds WHERE feed = subject) LIMIT ?4";
    return reading.named(
        (tx, bylines) ->
            tx.list(
                query,
                row -> bylines.mentionable(reading.numbers().idOf(row.integer(1))),
                words,
                petnamed(tx, petname -> isBegun(petname, words)).toString(),
                Timeline.EVERYBODY,
                limit,
                near.toString(),
                reading.self()));
  }

  /// Those with a name of these words.
  ///
  /// @param condition on the column `subject`
  List<Byline> whole(String name, String condition, int limit) {
    String words = NameWords.of(name);
    return nearest(words, WHOLE, petname -> NameWords.of(petname).equals(words), condition, limit);
  }

  private List<Byline> nearest(
      String words, String match, Predicate<String> isPetname, String condition, int limit) {
    return reading.named(
        (tx, bylines) ->
            tx.list(
                "SELECT subject, coalesce((SELECT hops FROM reach WHERE feed = subject), ?3)"
                    + " AS distance FROM (SELECT subject FROM names WHERE "
                    + match
                    + " UNION SELECT value FROM json_each(?2)) WHERE"
                    + condition
                    + "ORDER BY distance, (SELECT id FROM feeds WHERE feed = subject) LIMIT ?4",
                row -> bylines.of(reading.numbers().idOf(row.integer(1))),
                words,
                petnamed(tx, isPetname).toString(),
                Timeline.EVERYBODY,
                limit));
  }

  /// The numbers of those whom we call so. Petnames are few: only we give them.
  private static List<Integer> petnamed(Tx tx, Predicate<String> isPetname) {
    List<Integer> feeds = new ArrayList<>();
    tx.each(
        "SELECT feed, name FROM petnames",
        row -> {
          if (isPetname.test(row.text(2))) {
            feeds.add(row.integer(1));
          }
        });
    return feeds;
  }
}
