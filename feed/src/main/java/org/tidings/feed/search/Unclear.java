package org.tidings.feed.search;

/// Why a query cannot be answered as it was typed. Nothing is found then, and the person is told
/// what to type instead.
public sealed interface Unclear {

  /// Nothing follows this filter.
  record NoValue(String filter) implements Unclear {}

  /// What follows `since:` or `until:` is no day, month or year.
  record NoDate(String typed) implements Unclear {}

  /// Nobody known here has this name, nor an id that begins so.
  record Nobody(String name) implements Unclear {}

  /// Whoever has this name is blocked, so nothing of them is shown.
  record Blocked(String name) implements Unclear {}

  /// More feeds than this have a name that begins so, and none or as many exactly this one.
  record ManyNamesakes(String name, int most) implements Unclear {}

  /// More than one id begins so.
  record Ambiguous(String beginning) implements Unclear {}

  /// An id begins so, but that is less of it than people are shown.
  record TooShort(String beginning, int least) implements Unclear {}

  /// No post here is in this channel or thread.
  record Nowhere(String place) implements Unclear {}

  /// A person, a place or a time is to be left out; only words can be.
  record Excluded(String typed) implements Unclear {}

  /// More words than anybody needs, who did not paste them by mistake.
  record TooManyWords(int most) implements Unclear {}
}
