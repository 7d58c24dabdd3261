package org.tidings.feed.crash;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.tidings.feed.store.Database;
import org.tidings.feed.store.Durability;
import org.tidings.feed.store.StoreException;
import org.tidings.feed.store.StoreException.Kind;
import org.tidings.feed.store.TempDatabase;
import org.tidings.feed.store.Tx;

/// Numbered rows in a store whose write-ahead log is carried over every few of them. Confined to
/// one thread.
final class Rows {

  private static final int PAGES = 64;
  private static final int TURNS = 10;
  private static final int BULK = 10;
  private static final int BYTES = 4_000;
  private static final String TOLD = "row ";

  private final Path folder;
  private final Consumer<String> tell;

  /// @param folder the parent of the store's
  /// @param tell hears of each row that is on disk
  Rows(Path folder, Consumer<String> tell) {
    this.folder = folder;
    this.tell = tell;
  }

  private static Database open(Path folder) {
    Path data = folder.resolve("data");
    data.toFile().mkdir();
    return TempDatabase.open(data, PAGES);
  }

  /// Writes more of them, some while somebody reads, and goes on whatever fails.
  void write() {
    try (Database database = open(folder)) {
      database.write(Durability.FULL, Rows::createTable);
      for (int turn = 0; turn < TURNS; turn++) {
        if (turn % 4 == 2) {
          database.read(
              tx -> {
                numbers(tx);
                add(database);
                add(database);
                return true;
              });
        }
        add(database);
        if (turn == TURNS / 2) {
          trying(database, database::carryOver);
          trying(database, () -> database.repack(() -> false));
        }
      }
    } catch (StoreException failure) {
      System.out.println("stopped: " + failure.sentence());
    }
  }

  private static boolean createTable(Tx tx) {
    tx.script("CREATE TABLE IF NOT EXISTS rows (number INTEGER PRIMARY KEY, filling BLOB)");
    return true;
  }

  private static List<Long> numbers(Tx tx) {
    return tx.list("SELECT number FROM rows", row -> row.number(1));
  }

  /// Many that may be lost with the power, and one that may not.
  private void add(Database database) {
    try {
      database.write(Durability.NORMAL, tx -> insert(tx, BULK));
      tell.accept(TOLD + database.write(Durability.FULL, tx -> insert(tx, 1)));
    } catch (StoreException failure) {
      if (failure.kind() != Kind.UNCERTAIN && failure.kind() != Kind.STOPPED) {
        System.out.println("wrong: " + failure.sentence());
      }
    }
  }

  /// Where a sync fails here, too, nothing more may be written.
  private static void trying(Database database, Runnable toSync) {
    try {
      toSync.run();
    } catch (StoreException failure) {
      if (failure.kind() == Kind.UNCERTAIN && takesMore(database)) {
        System.out.println("wrong: the store goes on after a sync that failed");
      }
    }
  }

  private static boolean takesMore(Database database) {
    try {
      database.write(Durability.FULL, tx -> insert(tx, 1));
      return true;
    } catch (StoreException stopped) {
      return false;
    }
  }

  private static long insert(Tx tx, int count) {
    long number = 0;
    for (int i = 0; i < count; i++) {
      number = tx.insert("INSERT INTO rows (filling) VALUES (randomblob(?))", BYTES);
    }
    return number;
  }

  /// What is wrong in the folder: rows told of by these lines that are not there, damage of the
  // file.
  static Set<String> wrong(Path folder, List<String> lines) {
    Set<String> wrong =
        lines.stream().filter(line -> line.startsWith(TOLD)).collect(Collectors.toSet());
    try (Database database = open(folder)) {
      database.write(Durability.FULL, Rows::createTable);
      database.read(
          tx -> {
            numbers(tx).forEach(number -> wrong.remove(TOLD + number));
            tx.list("PRAGMA integrity_check", row -> row.text(1)).stream()
                .filter(found -> !found.equals("ok"))
                .forEach(wrong::add);
            return true;
          });
    } catch (StoreException failure) {
      wrong.add(failure.sentence());
    }
    return wrong;
  }
}
