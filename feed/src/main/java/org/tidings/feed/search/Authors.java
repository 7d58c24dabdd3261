package org.tidings.feed.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tidings.feed.index.Byline;
import org.tidings.feed.index.Profiles;
import org.tidings.feed.index.Reading;
import org.tidings.feed.ref.FeedId;
import org.tidings.feed.store.FeedNumbers;

/// Whom the names of a query mean: an id, the beginning of one as people are shown it, or a name.
///
/// @param numbers the feeds' numbers
/// @param unclear the first name that cannot be told whose it is
record Authors(List<Integer> numbers, Optional<Unclear> unclear) {

  /// Of feeds that share a name so many are looked at; where there are more, a name says little.
  private static final int NAMESAKES = 20;

  /// Whoever asks. Somebody else who is called so is meant with an `@` before it.
  private static final String ME = "me";

  Authors {
    numbers = List.copyOf(numbers);
  }

  /// Whom all these names mean; looks no further than the first that is unclear.
  static Authors of(List<String> names, Reading reading) {
    List<Integer> numbers = new ArrayList<>();
    for (String name : names) {
      Authors meant = of(name, reading);
      if (meant.unclear.isPresent()) {
        return meant;
      }
      numbers.addAll(meant.numbers);
    }
    return new Authors(numbers, Optional.empty());
  }

  private static Authors of(String name, Reading reading) {
    if (name.equalsIgnoreCase(ME)) {
      return clear(List.of(reading.graph().self()), reading);
    }
    List<FeedId> beginning = beginning(name, reading);
    if (beginning.size() > 1) {
      return unclear(new Unclear.Ambiguous(name));
    }
    if (beginning.isEmpty()) {
      return called(name, reading);
    }
    return reading.graph().hops(beginning.getFirst()).isBlocked()
        ? unclear(new Unclear.Blocked(name))
        : clear(beginning, reading);
  }

  /// Whoever has a name that begins so; where these are too many, who is called exactly so.
  private static Authors called(String name, Reading reading) {
    Profiles profiles = new Profiles(reading);
    String bare = name.startsWith("@") ? name.substring(1) : name;
    List<Byline> named = bare.isBlank() ? List.of() : profiles.named(bare, NAMESAKES + 1);
    if (named.isEmpty()) {
      return unclear(why(name, profiles.isOfBlocked(bare), reading));
    }
    List<Byline> exactly = named.size() > NAMESAKES ? profiles.called(bare, NAMESAKES + 1) : named;
    return exactly.isEmpty() || exactly.size() > NAMESAKES
        ? unclear(new Unclear.ManyNamesakes(name, NAMESAKES))
        : clear(exactly.stream().map(Byline::id).toList(), reading);
  }

  /// Why a name is nobody's whom one could be shown.
  private static Unclear why(String name, boolean isOfBlocked, Reading reading) {
    if (isOfBlocked) {
      return new Unclear.Blocked(name);
    }
    return reading.numbers().beginsTooShort(name)
        ? new Unclear.TooShort(name, FeedNumbers.SHORT_ID)
        : new Unclear.Nobody(name);
  }

  private static Authors clear(List<FeedId> feeds, Reading reading) {
    return new Authors(feeds.stream().map(reading::numberOf).toList(), Optional.empty());
  }

  private static Authors unclear(Unclear why) {
    return new Authors(List.of(), Optional.of(why));
  }

  /// The feeds whose ids begin so; more than one stands for many.
  private static List<FeedId> beginning(String name, Reading reading) {
    return reading.numbers().beginning(name, 2);
  }
}
