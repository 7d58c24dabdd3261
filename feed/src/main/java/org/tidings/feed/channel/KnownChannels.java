package org.tidings.feed.channel;

import java.util.Optional;
import org.tidings.feed.index.Tables;
import org.tidings.feed.store.Tx;

/// The channels there are, by their names, by the parts of these, and by how many people are in
/// each: tables of [ChannelIndex]. Whoever said something in a channel or subscribes to it is in it
/// once, however much that was: so those many talk in come before all that one person may have
/// opened. Confined to the thread `feed-writer`.
final class KnownChannels {

  static final String SCHEMA =
      """
      CREATE TABLE $channels (
        channel INTEGER PRIMARY KEY,
        name TEXT NOT NULL UNIQUE,
        people INTEGER NOT NULL
      );
      CREATE INDEX $channels_by_people ON $channels (people DESC, name);
      CREATE TABLE $channel_words (
        word TEXT NOT NULL,
        channel INTEGER NOT NULL,
        PRIMARY KEY (word, channel)
      ) WITHOUT ROWID;
      CREATE TABLE $channel_people (
        channel INTEGER NOT NULL,
        feed INTEGER NOT NULL,
        said INTEGER NOT NULL,
        PRIMARY KEY (channel, feed)
      ) WITHOUT ROWID;
      """;

  private final String find;
  private final String open;
  private final String addWord;
  private final String say;
  private final String enter;
  private final String grow;
  private final String unsay;
  private final String leave;
  private final String shrink;
  private final String close;
  private final String dropWord;

  KnownChannels(Tables tables) {
    this.find = tables.in("SELECT channel FROM $channels WHERE name = ?");
    this.open = tables.in("INSERT INTO $channels (name, people) VALUES (?, 0)");
    this.addWord = tables.in("INSERT INTO $channel_words (word, channel) VALUES (?, ?)");
    this.say =
        tables.in("UPDATE $channel_people SET said = said + 1 WHERE channel = ? AND feed = ?");
    this.enter = tables.in("INSERT INTO $channel_people (channel, feed, said) VALUES (?, ?, 1)");
    this.grow = tables.in("UPDATE $channels SET people = people + 1 WHERE channel = ?");
    this.unsay =
        tables.in("UPDATE $channel_people SET said = said - 1 WHERE channel = ? AND feed = ?");
    this.leave =
        tables.in("DELETE FROM $channel_people WHERE channel = ? AND feed = ? AND said <= 0");
    this.shrink = tables.in("UPDATE $channels SET people = people - 1 WHERE channel = ?");
    this.close = tables.in("DELETE FROM $channels WHERE channel = ? AND people <= 0");
    this.dropWord = tables.in("DELETE FROM $channel_words WHERE word = ? AND channel = ?");
  }

  /// The number of a channel that is known.
  Optional<Long> find(Tx tx, String name) {
    return tx.one(find, row -> row.number(1), name);
  }

  /// The number of a channel, which is known from now on.
  long numberOf(Tx tx, String name) {
    return find(tx, name).orElseGet(() -> open(tx, name));
  }

  private long open(Tx tx, String name) {
    long channel = tx.insert(open, name);
    ChannelWords.of(name).forEach(word -> tx.update(addWord, word, channel));
    return channel;
  }

  /// Somebody is in a channel by one thing more.
  void enter(Tx tx, long channel, int feed) {
    if (tx.update(say, channel, feed) == 0) {
      tx.update(enter, channel, feed);
      tx.update(grow, channel);
    }
  }

  /// By one thing less. A channel in which nobody is left is not known any more.
  void leave(Tx tx, String name, long channel, int feed) {
    tx.update(unsay, channel, feed);
    if (tx.update(leave, channel, feed) > 0) {
      tx.update(shrink, channel);
      if (tx.update(close, channel) > 0) {
        ChannelWords.of(name).forEach(word -> tx.update(dropWord, word, channel));
      }
    }
  }
}
