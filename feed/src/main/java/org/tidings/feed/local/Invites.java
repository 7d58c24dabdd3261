package org.tidings.feed.local;

import java.time.InstantSource;
import java.util.Optional;
import org.tidings.feed.ref.FeedId;
import org.tidings.feed.store.Database;
import org.tidings.feed.store.Durability;

/// The codes we gave out, by whose key comes with them. Those that are used up are remembered, up
/// to [#MOST_USED_UP], so that whoever comes with one can be told apart. Thread-safe.
public final class Invites {
  /// So many used-up codes are remembered.
  public static final int MOST_USED_UP = 1_000;

  private final Database database;
  private final InstantSource clock;

  public Invites(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  /// A code.
  ///
  /// @param uses how many are left
  /// @param note what our follow of those who use it says, empty for nothing
  public record Invite(int uses, String note) {}

  /// Notes a code; on disk when this returns.
  public void add(FeedId guest, Invite invite) {
    database.write(
        Durability.FULL,
        tx -> {
          tx.update(
              "DELETE FROM invites WHERE guest IN (SELECT guest FROM invites WHERE uses = 0"
                  + " ORDER BY made DESC, guest LIMIT -1 OFFSET ?)",
              MOST_USED_UP);
          return tx.update(
              "INSERT INTO invites (guest, uses, note, made) VALUES (?, ?, ?, ?)",
              guest.bytes(),
              invite.uses(),
              invite.note(),
              clock.millis());
        });
  }

  /// The code that this key comes with.
  public Optional<Invite> find(FeedId guest) {
    return database.read(
        tx ->
            tx.one(
                "SELECT uses, note FROM invites WHERE guest = ?",
                row -> new Invite(row.integer(1), row.text(2)),
                guest.bytes()));
  }

  /// Uses a code once; on disk when this returns. Returns whether there was a use left.
  public boolean take(FeedId guest) {
    return database.write(
            Durability.FULL,
            tx ->
                tx.update(
                    "UPDATE invites SET uses = uses - 1 WHERE guest = ? AND uses > 0",
                    guest.bytes()))
        == 1;
  }

  /// Takes back a use that came to nothing.
  public void giveBack(FeedId guest) {
    database.write(
        Durability.FULL,
        tx -> tx.update("UPDATE invites SET uses = uses + 1 WHERE guest = ?", guest.bytes()));
  }
}
