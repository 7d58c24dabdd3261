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

  /// At most `limit` votes on a message, by the ids of their authors, after the one of this author
  /// (of nobody to start with).
  public List<Given> on(MessageId message, Optional<FeedId> after, int limit) {
    byte[] last = after.map(FeedId::bytes).orElse(new byte[0]);
    return reading.named(
        (tx, bylines) ->
            tx.list(
                "SELECT v.feed, v.value, v.expression FROM votes v CROSS JOIN feeds f ON f.feed ="
                    + " v.feed WHERE v.target = ? AND f.id > ? AND v.value <> 0 AND"
                    + Reading.unblocked("v.feed")
                    + "ORDER BY f.id LIMIT ?",
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
