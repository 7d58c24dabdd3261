package org.tidings.feed.index;

import java.util.List;
import org.tidings.feed.store.Memory;
import org.tidings.feed.store.Tx;
import org.tidings.feed.text.Folding;

/// Something derived from the log. It is brought up to date in the transaction that appends, and
/// can be dropped and built again by replaying the log: what it answers depends on the messages
/// stored, never on the order feeds came in. Confined to the thread `feed-writer`.
///
/// What private messages say comes later than they themselves: once somebody with our key has read
/// them, as a second entry with the same arrival, and possibly more than once.
public interface Index extends Memory {

  String name();

  /// Raised whenever the same messages would give other rows; the index is then built again.
  int version();

  /// Whether tables that this other version made may answer until they are built again: they have
  /// the same columns, and give hardly an answer that these would not.
  default boolean mayAnswerAs(int otherVersion) {
    return Folding.isOnlyAnotherJava(otherVersion, version());
  }

  /// The names of its tables.
  List<String> tables();

  /// Makes its empty tables: statements with `$` before each name of a table or SQL index.
  String schema();

  /// Whether messages of this content type concern it; the type of encrypted ones is empty.
  boolean reads(String type);

  /// The types of messages that concern it, where no question can be answered rightly without it,
  /// so that opening waits until all of them are taken in; none for most. Such an index goes by
  /// their sequences: it may be shown older ones of a feed after later ones.
  default List<String> typesNeededAtOnce() {
    return List.of();
  }

  /// Whether it is filled by whoever reads private messages, and not by a replay. Only where it is
  /// built again beside itself, because nothing it holds is trusted, a replay fills it, for which
  /// all of them are opened once more.
  default boolean isFilledBySecondReader() {
    return false;
  }

  /// Takes in one message.
  void apply(Tx tx, Entry entry);

  /// Takes out one message of a feed that is dropped as a whole, newest message first.
  void remove(Tx tx, Entry entry);

  /// Whether a message may be taken out that it never had, or had in other words. Not of a full
  /// text: what it does not hold it cannot let go of unharmed.
  default boolean mayLackRemoved() {
    return true;
  }

  /// A feed ends after this sequence from now on. What was said behind it stays until the index has
  /// been built again, and must not outweigh what is said there from now on.
  default void cut(Tx tx, int feed, long last) {}

  /// Called once before each commit.
  default void beforeCommit(Tx tx) {}

  /// Called once on a build that holds every message there is, before its tables take the place of
  /// those in use.
  default void beforeUse(Tx tx) {}

  /// Called once when the store opens, after [#reload].
  default void opened(Tx tx) {}

  /// Reads what it keeps in memory; nothing for most.
  @Override
  default void reload(Tx tx) {}
}
