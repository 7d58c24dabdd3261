package org.tidings.feed.doctor;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.tidings.feed.index.Placement;
import org.tidings.feed.ref.FeedId;
import org.tidings.feed.store.Database;
import org.tidings.feed.store.Durability;
import org.tidings.feed.store.Tx;

/// The new store that a [Salvage] fills. Confined to one thread.
final class Salvaged {

  private static final int BATCH = 500;

  private static final List<String> SPEAK_OF_FEEDS =
      List.of("petnames", "muted_feeds", "fork_proofs", "drops");

  private static final List<String> MARKS = List.of("read_marks", "seen_marks");

  /// What is lost was perhaps seen; what comes from now on gets its numbers, and was not.
  private static final String UNSEE =
      " SET arrival = min(arrival, (SELECT coalesce(max(arrival), 0) FROM messages))";

  private static final String TABLES =
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%'"
          + " ORDER BY rowid";

  /// A message with those before and after it in its feed.
  private static final String BETWEEN =
      "SELECT m.feed, m.sequence, p.arrival, n.arrival FROM messages m JOIN feeds USING (feed)"
          + " LEFT JOIN messages p ON p.feed = m.feed AND p.sequence = m.sequence - 1"
          + " LEFT JOIN messages n ON n.feed = m.feed AND n.sequence = m.sequence + 1"
          + " WHERE m.arrival = ? AND m.sequence > 1";

  private final Database database;

  Salvaged(Database database) {
    this.database = database;
  }

  /// Takes over what SQL can read of a table; columns that the wreck is too old to have are left to
  /// their defaults. Returns whether that was all of it.
  boolean copy(Wreck wreck, String table) {
    List<String> columns = wreck.columns(table);
    columns.retainAll(columns(table));
    boolean[] isWhole = new boolean[1];
    take(table, columns, sink -> isWhole[0] = wreck.each(table, columns, sink));
    return isWhole[0];
  }

  private List<String> columns(String table) {
    return database.read(tx -> Wreck.columns(tx, table));
  }

  /// Takes over rows with the table's columns in their order, old ones without the last of them.
  void take(String table, Consumer<Wreck.Sink> source) {
    take(table, columns(table), source);
  }

  /// Takes over rows with these columns, those found first. What does not fit the table is no row
  /// of it.
  void take(String table, List<String> columns, Consumer<Wreck.Sink> source) {
    List<@Nullable Object[]> batch = new ArrayList<>();
    source.accept(
        row -> {
          batch.add(row);
          if (batch.size() == BATCH) {
            insert(table, columns, batch);
          }
        });
    insert(table, columns, batch);
  }

  private void insert(String table, List<String> columns, List<@Nullable Object[]> batch) {
    database.write(
        Durability.NORMAL,
        tx -> {
          for (@Nullable Object[] row : batch) {
            String names = String.join(", ", columns.subList(0, row.length));
            String places = String.join(", ", Collections.nCopies(row.length, "?"));
            tx.update(
                "INSERT OR IGNORE INTO " + table + " (" + names + ") VALUES (" + places + ")", row);
          }
          return true;
        });
    batch.clear();
  }

  /// What the rows of its tables look like, in the order in which those were made.
  SequencedMap<String, Shape> shapes() {
    SequencedMap<String, Shape> shapes = new LinkedHashMap<>();
    database.read(
        tx -> {
          tx.list(TABLES, row -> row.text(1)).forEach(name -> shapes.put(name, Shape.of(tx, name)));
          return true;
        });
    return shapes;
  }

  /// Leaves out what is no message, but for what only lacks the one before it, puts feeds that lack
  /// some into quarantine, and makes this the file we know. Publishing is held from then on unless
  /// it is certain that nothing is missing at the end of our own feed: what is signed there would
  /// fork it.
  ///
  /// @param damaged the file that this one replaces
  /// @param file this one
  /// @param unsound the arrival numbers of what is no message
  /// @param isRead whether feeds, messages and what the gate noted were read to their ends
  void settle(Path damaged, Path file, Set<Long> unsound, Ends ends, boolean isRead) {
    database.write(
        Durability.NORMAL,
        tx -> {
          SalvagedGate.complete(tx);
          List<Long> out =
              unsound.stream()
                  .filter(arrival -> !isBehindHole(tx, arrival, unsound, ends))
                  .toList();
          return leaveOut(tx, out);
        });
    LogCheck rest = checked();
    database.write(
        Durability.FULL,
        tx -> {
          rest.holes(tx);
          rest.sound()
              .forEach(
                  (feed, sound) ->
                      tx.update("INSERT INTO quarantine (feed, sound) VALUES (?, ?)", feed, sound));
          MARKS.forEach(table -> tx.update("UPDATE " + table + UNSEE));
          SalvagedGate.mark(tx, damaged, file);
          SalvagedGate.hold(tx, ends, isRead && ends.proveOwn(tx));
          return true;
        });
  }

  /// Whether a message only lacks the one before it, without which it cannot be put together, and
  /// proves nothing until that has come again. Its place is certain where the next one, which names
  /// it as the one before, is sound, or where it is the last of its feed by the index of places.
  private static boolean isBehindHole(Tx tx, long arrival, Set<Long> unsound, Ends ends) {
    return tx.one(
            BETWEEN,
            row ->
                (row.isNull(3) || unsound.contains(row.number(3)))
                    && (row.isNull(4)
                        ? ends.isLastOfIndex(row.number(1), row.number(2))
                        : !unsound.contains(row.number(4))),
            arrival)
        .orElse(false);
  }

  /// The arrival numbers of rows that are no messages, or lack the one before them. A row that
  /// only says the wrong things beside its bytes is made to say the right ones.
  Set<Long> unsound() {
    LogCheck check = checked();
    database.write(
        Durability.NORMAL,
        tx -> {
          check
              .types()
              .forEach(
                  (arrival, type) ->
                      tx.update(
                          "UPDATE messages AS m SET type = ?, shown = "
                              + Placement.NOTED
                              + " WHERE arrival = ?",
                          type,
                          arrival));
          return true;
        });
    Set<Long> unsound = new LinkedHashSet<>(check.unsound());
    unsound.removeAll(check.types().keySet());
    return unsound;
  }

  /// How far each feed reached, by these rows and by the index of the damaged file. Ask before
  /// anything is left out.
  Ends ends(Set<Long> unsound, Wreck wreck) {
    return database.read(tx -> Ends.of(tx, unsound, wreck));
  }

  /// How many messages of which feeds are not here, as far as is known.
  Map<FeedId, Long> missing(Ends ends) {
    return database.read(ends::missing);
  }

  /// Whether publishing is held until it is shown where our own feed ends.
  boolean waitsForOwnEnd() {
    return database.read(SalvagedGate::isHeld);
  }

  private LogCheck checked() {
    LogCheck check = new LogCheck(0);
    boolean isMore = true;
    while (isMore) {
      isMore = database.read(tx -> check.next(tx, BATCH));
    }
    return check;
  }

  private static boolean leaveOut(Tx tx, List<Long> unsound) {
    unsound.forEach(arrival -> tx.update("DELETE FROM messages WHERE arrival = ?", arrival));
    // The number of a feed that is lost is given to another one.
    tx.update(
        "UPDATE messages SET origin = NULL WHERE origin <> 0"
            + " AND origin NOT IN (SELECT feed FROM feeds)");
    SPEAK_OF_FEEDS.forEach(
        table -> tx.update("DELETE FROM " + table + " WHERE feed NOT IN (SELECT feed FROM feeds)"));
    return true;
  }

  /// How many messages it holds.
  long messages() {
    return database.read(
        tx -> tx.one("SELECT count(*) FROM messages", row -> row.number(1)).orElse(0L));
  }
}
