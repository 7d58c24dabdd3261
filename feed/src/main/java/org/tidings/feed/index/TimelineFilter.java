package org.tidings.feed.index;

/// Whose posts a timeline walks over. The blocked and the muted are in none of them.
public enum TimelineFilter {
  /// Those we follow who follow us, and ourselves.
  FRIENDS(
      "(%1$s.feed = ?3 OR (EXISTS (SELECT 1 FROM contacts WHERE author = ?3 AND contact = %1$s.feed"
          + " AND edge = 1) AND EXISTS (SELECT 1 FROM contacts WHERE author = %1$s.feed"
          + " AND contact = ?3 AND edge = 1)))"),
  /// Those we follow, and ourselves.
  FOLLOWING("EXISTS (SELECT 1 FROM reach WHERE reach.feed = %1$s.feed AND hops BETWEEN 0 AND 1)"),
  /// Everybody we fetch.
  IN_REACH("EXISTS (SELECT 1 FROM reach WHERE reach.feed = %1$s.feed AND hops >= 0)"),
  /// Everybody whose messages are here, known to us or not.
  EVERYBODY(Reading.unblocked("%1$s.feed"));

  private final String condition;

  TimelineFilter(String condition) {
    this.condition = condition;
  }

  /// The condition on posts called `alias`; our own number is parameter 3.
  String on(String alias) {
    return " " + condition.formatted(alias) + " AND" + Reading.unmuted(alias + ".feed");
  }
}
