package org.tidings.feed.doctor;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.tidings.feed.local.FileMark;
import org.tidings.feed.store.Database;
import org.tidings.feed.store.Durability;
import org.tidings.feed.store.Tx;

/// The new store that a [Salvage] fills. Confined to one thread.
final class Salvaged {

  private static final int BATCH = 500;

  private static final List<String> SPEAK_OF_FEEDS =
      List.of("clocks", "petnames", "muted_feeds", "fork_proofs");

  private final Database database;

  Salvaged(Database database) {
    this.database = database;
  }

  /// Takes over what SQL can read of a table. Returns whether that was all of it.
  boolean copy(Wreck wreck, String table) {
    List<String> columns =
        database.read(
            tx -> tx.list("SELECT name FROM pragma_table_info(?)", row -> row.text(1), table));
    boolean[] isWhole = new boolean[1];
    take(table, sink -> isWhole[0] = wreck.each(table, columns, sink));
    return isWhole[0];
  }

  /// Takes over rows, those found first. What does not fit the table is no row of it.
  void take(String table, Consumer<Wreck.Sink> source) {
    List<@Nullable Object[]> batch = new ArrayList<>();
    source.accept(
        row -> {
          batch.add(row);
          if (batch.size() == BATCH) {
            insert(table, batch);
          }
        });
    insert(table, batch);
  }

  private void insert(String table, List<@Nullable Object[]> batch) {
    database.write(
        Durability.NORMAL,
        tx -> {
          for (@Nullable Object[] row : batch) {
            String places = String.join(", ", Collections.nCopies(row.length, "?"));
            tx.update("INSERT OR IGNORE INTO " + table + " VALUES (" + places + ")", row);
          }
          return true;
        });
    batch.clear();
  }

  /// Leaves out what is no message, puts feeds that lack some into quarantine, and makes this the
  /// file we know.
  void settle(Path file) {
    List<Long> unsound = checked().unsound();
    database.write(Durability.NORMAL, tx -> leaveOut(tx, unsound));
    LogCheck rest = checked();
    database.write(
        Durability.FULL,
        tx -> {
          rest.holes(tx);
          rest.sound()
              .forEach(
                  (feed, sound) ->
                      tx.update("INSERT INTO quarantine (feed, sound) VALUES (?, ?)", feed, sound));
          return mark(tx, file);
        });
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
    SPEAK_OF_FEEDS.forEach(
        table -> tx.update("DELETE FROM " + table + " WHERE feed NOT IN (SELECT feed FROM feeds)"));
    return true;
  }

  /// Where our own feed had been let out further than it reaches now, it may go on elsewhere.
  private static boolean mark(Tx tx, Path file) {
    tx.update("UPDATE gate SET mark = ?", FileMark.of(file));
    tx.update(
        "UPDATE gate SET hold = 'COPIED' WHERE hold = '' AND released >"
            + " (SELECT coalesce(max(m.sequence), 0) FROM messages m JOIN feeds f USING (feed)"
            + " WHERE f.id = gate.feed)");
    return true;
  }

  /// How many messages it holds.
  long messages() {
    return database.read(
        tx -> tx.one("SELECT count(*) FROM messages", row -> row.number(1)).orElse(0L));
  }
}
