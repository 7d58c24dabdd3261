package org.tidings.feed.local;

import org.tidings.feed.message.Message;
import org.tidings.feed.store.FeedNumbers;
import org.tidings.feed.store.Tx;

/// For each forked feed the first message found that contradicts what we hold of it: with ours it
/// proves the fork, by the author's own signatures. Thread-safe.
public final class ForkProofs {

  private final FeedNumbers numbers;

  public ForkProofs(FeedNumbers numbers) {
    this.numbers = numbers;
  }

  /// Keeps the first proof for each feed.
  public void keep(Tx tx, Message contradiction, long foundMs) {
    tx.update(
        "INSERT OR IGNORE INTO fork_proofs (feed, sequence, found, wire) VALUES (?, ?, ?, ?)",
        numbers.numberOf(tx, contradiction.author()),
        contradiction.sequence().value(),
        foundMs,
        contradiction.wire());
  }

  /// What was kept as the contradiction turned out to be what we hold: this is the other one.
  public void turn(Tx tx, Message held, Message contradiction) {
    tx.update(
        "UPDATE fork_proofs SET wire = ? WHERE feed = ? AND wire = ?",
        contradiction.wire(),
        numbers.numberOf(tx, held.author()),
        held.wire());
  }
}
