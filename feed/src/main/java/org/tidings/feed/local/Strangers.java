package org.tidings.feed.local;

import java.util.List;
import org.tidings.feed.graph.Relationship;
import org.tidings.feed.graph.SocialGraph;
import org.tidings.feed.ref.FeedId;
import org.tidings.feed.store.Database;
import org.tidings.feed.store.Durability;
import org.tidings.feed.store.Tx;

/// Who connected to us though we do not follow them, or wanted to, until we follow or block them,
/// or the person ignores them, which nobody learns of. Anybody can make as many keys as they like:
/// only so many are remembered, those who called last. Thread-safe.
public final class Strangers {

  /// Of those who are ignored, and of the others.
  static final int MOST = 50;

  private final Database database;
  private final SocialGraph graph;

  public Strangers(Database database, SocialGraph graph) {
    this.database = database;
    this.graph = graph;
  }

  /// Somebody of whom nothing was decided yet.
  ///
  /// @param calledMs when they last called, epoch milliseconds
  public record Stranger(FeedId feed, long calledMs) {}

  /// Somebody called us. Whom we follow or block is no stranger.
  public void called(FeedId peer, long nowMs) {
    if (isStranger(peer)) {
      database.write(
          Durability.NORMAL,
          tx -> {
            tx.update(
                "INSERT INTO strangers (peer, called, ignored) VALUES (?, ?, FALSE)"
                    + " ON CONFLICT DO UPDATE SET called = excluded.called",
                peer.bytes(),
                nowMs);
            return forgetBeyondMost(tx);
          });
    }
  }

  private static int forgetBeyondMost(Tx tx) {
    return tx.update(
        "DELETE FROM strangers WHERE peer IN (SELECT peer FROM (SELECT peer, row_number() OVER"
            + " (PARTITION BY ignored ORDER BY called DESC, peer) AS place FROM strangers)"
            + " WHERE place > ?)",
        MOST);
  }

  /// The person wants to hear no more of them, though they may connect as before.
  public void ignore(FeedId peer) {
    database.write(
        Durability.FULL,
        tx -> {
          tx.update("UPDATE strangers SET ignored = TRUE WHERE peer = ?", peer.bytes());
          return forgetBeyondMost(tx);
        });
  }

  /// Those of whom nothing was decided yet, who called last first.
  public List<Stranger> waiting() {
    return database
        .read(
            tx ->
                tx.list(
                    "SELECT peer, called FROM strangers WHERE NOT ignored"
                        + " ORDER BY called DESC, peer",
                    row -> new Stranger(FeedId.of(row.bytes(1)), row.number(2))))
        .stream()
        .filter(stranger -> isStranger(stranger.feed()))
        .toList();
  }

  private boolean isStranger(FeedId peer) {
    Relationship relationship = graph.relationship(peer);
    return !relationship.following() && !relationship.blocking();
  }
}
