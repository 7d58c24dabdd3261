package org.tidings.feed.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tidings.feed.index.Byline;
import org.tidings.feed.index.Profiles;
import org.tidings.feed.index.Reading;
import org.tidings.feed.ref.FeedId;

/// Whom the names of a query mean: an id, the beginning of one as people are shown it, or a name.
///
/// @param numbers the feeds' numbers
/// @param unclear the first name that cannot be told whose it is
record Authors(List<Integer> numbers, Optional<Unclear> unclear) {

  /// Of feeds that share a name so many are looked at.
  private static final int NAMESAKES = 20;

  /// The shortest beginning of an id that people are shown, with its sigil.
  private static final int SHORT_ID = 9;

  Authors {
    numbers = List.copyOf(numbers);
  }

  static Authors of(List<String> names, Reading reading) {
    List<Integer> numbers = new ArrayList<>();
    Optional<Unclear> unclear = Optional.empty();
    for (String name : names) {
      List<FeedId> beginning = beginning(name, reading);
      List<Integer> found =
          (beginning.isEmpty() ? called(name, reading) : beginning)
              .stream().map(reading::numberOf).filter(number -> number > 0).toList();
      numbers.addAll(found);
      unclear = unclear.or(() -> unclear(name, beginning, found));
    }
    return new Authors(numbers, unclear);
  }

  private static Optional<Unclear> unclear(
      String name, List<FeedId> beginning, List<Integer> found) {
    if (beginning.size() > 1) {
      return Optional.of(new Unclear.Ambiguous(name));
    }
    return found.isEmpty() ? Optional.of(new Unclear.Nobody(name)) : Optional.empty();
  }

  /// The feeds whose ids begin so; more than one stands for many.
  private static List<FeedId> beginning(String name, Reading reading) {
    return name.startsWith("@") && name.length() >= SHORT_ID
        ? reading.numbers().beginning(name, 2)
        : List.of();
  }

  private static List<FeedId> called(String name, Reading reading) {
    String bare = name.startsWith("@") ? name.substring(1) : name;
    return bare.isBlank()
        ? List.of()
        : new Profiles(reading).named(bare, NAMESAKES).stream().map(Byline::id).toList();
  }
}
