package org.tidings.ui.delivery;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.tidings.feed.index.Byline;

/// What is known about one message besides what it says.
///
/// @param by who wrote it
/// @param number its place in their feed, the first being 1
/// @param arrived when it came to this device
/// @param way how it came
/// @param wire the message as it travels
/// @param signed the same as it is signed
/// @param own whether we wrote it
/// @param copies where copies are, as far as is known
record Details(
    Byline by,
    long number,
    Instant arrived,
    Way way,
    String wire,
    String signed,
    boolean own,
    Copies copies) {

  /// How a message came to this device.
  sealed interface Way {
    /// It was written here.
    record Written() implements Way {}

    /// Somebody brought it.
    record Brought(Byline by) implements Way {}

    /// It was in a file.
    record InFile() implements Way {}

    /// That is not known: it came before it was kept.
    record Unknown() implements Way {}
  }

  /// Where copies of a message are.
  ///
  /// @param friends of those we follow, who have it
  /// @param sentTo to whom of them it was sent, though they have not said that they have it: this
  ///     and the next is kept of our own alone
  /// @param left when a copy left last
  record Copies(Held held, List<Byline> friends, List<Byline> sentTo, Optional<Instant> left) {
    Copies {
      friends = List.copyOf(friends);
      sentTo = List.copyOf(sentTo);
    }
  }
}
