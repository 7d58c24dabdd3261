package org.tidings.feed.message;

import java.util.Optional;
import java.util.function.Predicate;
import org.tidings.feed.ref.MessageId;

/// The rules that tie the messages of one feed together. Protocol 2.7 rows 4a to 4c, and 2.9.
public final class Chain {
  private static final long NOTHING = 0;

  private Chain() {}

  /// Judges a genuine message by what we hold of its feed.
  ///
  /// @param head the newest message we hold of this feed, empty when we hold none
  /// @param holds whether we hold a message; asked only about places we have passed
  public static Verdict judge(Message message, Optional<Head> head, Predicate<MessageId> holds) {
    long reached = head.map(Head::sequence).map(Sequence::value).orElse(NOTHING);
    long place = message.sequence().value();
    if (place > reached + 1) {
      return new Verdict.Gap();
    }
    if (place <= reached) {
      return holds.test(message.id()) ? new Verdict.Duplicate() : new Verdict.Forked(message);
    }
    return message.previous().equals(head.map(Head::id))
        ? new Verdict.Accepted(message.asHead())
        : new Verdict.Forked(message);
  }
}
