package org.tidings.feed.index;

import java.util.ArrayList;
import java.util.List;
import org.tidings.feed.ref.MessageId;
import org.tidings.feed.store.Tx;

/// Counts the votes on messages; leaves out blocked authors. Confined to one transaction.
final class VoteReader {

  private static final String COUNTS =
      "SELECT value > 0, expression, count(*), max(feed = ?2) FROM votes"
          + " WHERE target = ?1 AND value <> 0 AND"
          + Reading.unblocked("votes.feed")
          + "GROUP BY value > 0, expression ORDER BY count(*) DESC, expression";

  private final Reading reading;
  private final Tx tx;

  VoteReader(Reading reading, Tx tx) {
    this.reading = reading;
    this.tx = tx;
  }

  Votes on(MessageId target) {
    List<Reaction> reactions = new ArrayList<>();
    int[] down = new int[2];
    tx.each(
        COUNTS,
        row -> {
          if (row.integer(1) > 0) {
            reactions.add(new Reaction(row.text(2), row.integer(3), row.integer(4) > 0));
          } else {
            down[0] += row.integer(3);
            down[1] |= row.integer(4);
          }
        },
        target.bytes(),
        reading.self());
    boolean isOurs = reactions.stream().anyMatch(Reaction::isOurs);
    int up = reactions.stream().mapToInt(Reaction::count).sum();
    return new Votes(up, down[0], isOurs ? 1 : -down[1], reactions);
  }
}
