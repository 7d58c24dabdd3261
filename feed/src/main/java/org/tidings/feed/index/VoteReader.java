package org.tidings.feed.index;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tidings.feed.ref.MessageId;
import org.tidings.feed.store.Row;
import org.tidings.feed.store.Tx;

/// Counts the votes on messages, on each once, and on many at once for less; leaves out blocked
/// authors. Confined to one transaction.
final class VoteReader {

  /// On messages whose ids are given in hexadecimal.
  private static final String COUNTS =
      "SELECT k.key, v.value > 0, v.expression, count(*), max(v.feed = ?2)"
          + " FROM json_each(?1) k CROSS JOIN votes v ON v.target = unhex(k.value)"
          + " WHERE v.value <> 0 AND"
          + Reading.unblocked("v.feed")
          + "GROUP BY k.key, v.value > 0, v.expression"
          + " ORDER BY k.key, count(*) DESC, v.expression";

  private final Reading reading;
  private final Tx tx;
  private final Map<MessageId, Votes> read = new HashMap<>();

  /// The votes on one message as they are counted.
  private static final class Count {
    final List<Reaction> reactions = new ArrayList<>();
    int down;
    boolean isOursDown;

    void add(Row row) {
      if (row.integer(2) > 0) {
        reactions.add(new Reaction(row.text(3), row.integer(4), row.integer(5) > 0));
      } else {
        down += row.integer(4);
        isOursDown |= row.integer(5) > 0;
      }
    }

    Votes votes() {
      boolean isOurs = reactions.stream().anyMatch(Reaction::isOurs);
      int up = reactions.stream().mapToInt(Reaction::count).sum();
      return new Votes(up, down, isOurs ? 1 : isOursDown ? -1 : 0, reactions);
    }
  }

  VoteReader(Reading reading, Tx tx) {
    this.reading = reading;
    this.tx = tx;
  }

  Votes on(MessageId target) {
    if (!read.containsKey(target)) {
      readAhead(List.of(target));
    }
    return read.getOrDefault(target, Votes.NONE);
  }

  /// Reads those on many messages that will be asked for.
  void readAhead(List<MessageId> targets) {
    if (targets.isEmpty()) {
      return;
    }
    Map<Integer, Count> counts = new HashMap<>();
    tx.each(
        COUNTS,
        row -> counts.computeIfAbsent(row.integer(1), place -> new Count()).add(row),
        HexIds.json(targets),
        reading.self());
    targets.forEach(target -> read.put(target, Votes.NONE));
    counts.forEach((place, count) -> read.put(targets.get(place), count.votes()));
  }
}
