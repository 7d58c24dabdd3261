package org.tidings.feed.index;

/// What the tables of an index are called: as everybody asks for them, or as they are called while
/// they are built beside those in use. Statements write `$` before each such name.
///
/// @param prefix put in the place of each `$`
public record Tables(String prefix) {

  /// Those in use.
  public static final Tables LIVE = new Tables("");

  /// Those of a build. No two builds share a number, so that the names of SQL indexes, which stay
  /// when their table is renamed, never meet.
  static Tables building(long generation) {
    return new Tables("b" + generation + "_");
  }

  /// Those that a build has taken the place of; they are emptied and dropped in small steps.
  static Tables gone(long generation) {
    return new Tables("gone" + generation + "_");
  }

  /// The statement for these tables.
  public String in(String sql) {
    return sql.replace("$", prefix);
  }

  public boolean isLive() {
    return prefix.isEmpty();
  }
}
