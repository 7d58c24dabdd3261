package org.tidings.feed.index;

import org.tidings.feed.content.Vote;
import org.tidings.feed.store.Tx;

/// The last vote of each author on each message. Protocol 10.2.
public final class VoteIndex implements Index {

  @Override
  public String name() {
    return "votes";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public void create(Tx tx) {
    tx.script(
        """
        CREATE TABLE votes (
          target BLOB NOT NULL,
          feed INTEGER NOT NULL,
          value INTEGER NOT NULL,
          PRIMARY KEY (target, feed)
        ) WITHOUT ROWID;
        """);
  }

  @Override
  public void drop(Tx tx) {
    tx.script("DROP TABLE IF EXISTS votes;\n");
  }

  @Override
  public void apply(Tx tx, Entry entry) {
    if (entry.content() instanceof Vote vote) {
      tx.update(
          "INSERT OR REPLACE INTO votes (target, feed, value) VALUES (?, ?, ?)",
          vote.message().bytes(),
          entry.feed(),
          vote.value());
    }
  }
}
