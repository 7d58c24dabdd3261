package org.tidings.feed.index;

/// Whose posts a timeline is made of. The blocked and the muted are in none.
///
/// @param condition on the feed of a row called `%1$s`
/// @param next the lowest number above `%1$s` of a feed that may fulfil it, and of few that do not
/// @param parameter what is parameter 3 in both
record Near(String condition, String next, int parameter) {

  /// Feeds within so many hops; whom nobody knows counts as farthest, a blocked feed never.
  static Near within(int hops) {
    return new Near(
        "coalesce((SELECT hops FROM reach WHERE reach.feed = %1$s.feed), "
            + Timeline.EVERYBODY
            + ") BETWEEN 0 AND ?3",
        hops < Timeline.EVERYBODY
            ? "(SELECT feed FROM reach WHERE feed > %1$s AND hops BETWEEN 0 AND ?3"
                + " ORDER BY feed LIMIT 1)"
            : "(%1$s + 1)",
        hops);
  }

  /// Those whom this feed follows and who follow it, and the feed itself.
  static Near friendsOf(int self) {
    return new Near(
        "(%1$s.feed = ?3 OR (EXISTS (SELECT 1 FROM contacts WHERE author = ?3"
            + " AND contact = %1$s.feed AND edge = 1) AND EXISTS (SELECT 1 FROM contacts"
            + " WHERE author = %1$s.feed AND contact = ?3 AND edge = 1)))",
        "(SELECT min(feed) FROM (SELECT ?3 AS feed WHERE ?3 > %1$s UNION ALL SELECT * FROM"
            + " (SELECT contact FROM contacts WHERE author = ?3 AND edge = 1 AND contact > %1$s"
            + " ORDER BY contact LIMIT 1)))",
        self);
  }

  /// The condition on rows called `alias`.
  String on(String alias) {
    return " " + condition.formatted(alias) + " AND" + Reading.unmuted(alias + ".feed");
  }

  /// The feed after that of a row called `alias`, by number.
  String after(String alias) {
    return next.formatted(alias + ".feed");
  }
}
