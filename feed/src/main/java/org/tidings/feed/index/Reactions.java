package org.tidings.feed.index;

import java.util.List;
import java.util.Optional;
import org.tidings.feed.ref.FeedId;
import org.tidings.feed.ref.MessageId;

/// Who voted for a message, and how. Blocked authors are left out by the query. Thread-safe.
public final class Reactions {

  private final Reading reading;

  public Reactions(Reading reading) {
    this.reading = reading;
  }

  /// One author's vote.
  ///
  /// @param value 1 or -1
  /// @param expression an emoji or a word; empty for a plain like
  public record Given(Byline by, int value, String expression) {}

  public Votes counts(MessageId message) {
    return reading.database().read(tx -> new VoteReader(reading, tx).on(message));
  }

  /// At most `limit` votes on a message, after the one of this author (of nobody to start with).
  public List<Given> on(MessageId message, Optional<FeedId> after, int limit) {
    int last = after.map(reading::numberOf).orElse(0);
    return reading.named(
        (tx, bylines) ->
            tx.list(
                "SELECT feed, value, expression FROM votes WHERE target = ? AND feed > ?"
                    + " AND value <> 0 AND"
                    + Reading.unblocked("votes.feed")
                    + "ORDER BY feed LIMIT ?",
                row ->
                    new Given(
                        bylines.of(reading.numbers().idOf(row.integer(1))),
                        row.integer(2),
                        row.text(3)),
                message.bytes(),
                last,
                limit));
  }
}
