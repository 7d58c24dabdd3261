package org.tidings.feed.index;

import java.util.List;
import java.util.function.BiFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tidings.feed.index.StoredEntries.Stretch;
import org.tidings.feed.store.Database;
import org.tidings.feed.store.Durability;
import org.tidings.feed.store.Tx;

/// What is done with the indexes when a store is opened: those that are missing, behind, or of
/// another version, are made; those that opening cannot do without are filled, and of the others
/// the newest messages are taken in and a build is begun. A build of which it is not certain how
/// far it was is begun anew. Confined to the thread that opens.
record IndexOpening(List<IndexSlot> slots) {

  private static final Logger log = LoggerFactory.getLogger(IndexOpening.class);

  /// How many of the newest messages a new index holds from the start; the rest follows behind.
  private static final int AT_ONCE = 2_000;

  /// Messages taken in in one transaction; nobody waits for the writer yet.
  private static final int STEP = 2_000;

  /// The tables that name indexes and how far they are.
  private static final List<String> REGISTERS = List.of("indexes", "index_builds");

  void run(Database database) {
    boolean mayWrite = !database.isReadOnly();
    if (!database.read(tx -> areInStep(tx) && !(mayWrite && isOddThere(tx)))) {
      bringInStep(database);
    }
    database.write(
        Durability.NORMAL,
        tx -> {
          slots.forEach(slot -> slot.reload(tx));
          if (!database.isReadOnly()) {
            slots.forEach(slot -> slot.live().opened(tx));
          }
          return true;
        });
  }

  private boolean areInStep(Tx tx) {
    long newest = StoredEntries.last(tx);
    return slots.stream().allMatch(slot -> slot.isInStep(tx, newest));
  }

  private boolean isOddThere(Tx tx) {
    return REGISTERS.stream().anyMatch(register -> !others(tx, register).isEmpty())
        || !slots.stream().allMatch(slot -> slot.isBuildSound(tx));
  }

  /// The names in this register of indexes that only another version of the program keeps.
  private List<String> others(Tx tx, String register) {
    return tx.list("SELECT name FROM " + register, row -> row.text(1)).stream()
        .filter(name -> slots.stream().noneMatch(slot -> slot.name().equals(name)))
        .toList();
  }

  /// What happens from now on is not in them: that version is to build them anew.
  private void forgetOthers(Tx tx) {
    for (String register : REGISTERS) {
      others(tx, register)
          .forEach(name -> tx.update("DELETE FROM " + register + " WHERE name = ?", name));
    }
  }

  private void bringInStep(Database database) {
    List<IndexSlot> fresh = database.write(Durability.FULL, this::prepared);
    database.write(Durability.NORMAL, this::reloaded);
    for (IndexSlot slot : fresh) {
      if (!slot.live().isFilledBySecondReader()) {
        fill(database, slot);
      }
    }
  }

  /// Makes those that are missing or behind, and answers them.
  private List<IndexSlot> prepared(Tx tx) {
    forgetOthers(tx);
    long newest = StoredEntries.last(tx);
    List<IndexSlot> fresh = slots.stream().filter(slot -> slot.prepare(tx, newest)).toList();
    slots.forEach(slot -> slot.restartUnlessSound(tx));
    return fresh;
  }

  private boolean reloaded(Tx tx) {
    slots.forEach(slot -> slot.reload(tx));
    return true;
  }

  private static void fill(Database database, IndexSlot slot) {
    List<String> types = slot.live().typesNeededAtOnce();
    long newest = database.read(StoredEntries::last);
    if (!types.isEmpty()) {
      fill(database, slot, 0, (tx, after) -> StoredEntries.ofTypes(tx, types, after, STEP));
      database.write(Durability.NORMAL, tx -> takenIn(tx, slot, newest));
    } else {
      if (newest > AT_ONCE) {
        database.write(Durability.NORMAL, tx -> begin(tx, slot));
      }
      fill(
          database,
          slot,
          Math.max(0, newest - AT_ONCE),
          (tx, after) -> StoredEntries.after(tx, after, STEP, slot::reads));
    }
    if (newest > 0) {
      log.info("made index {} version {}", slot.name(), slot.live().version());
    }
  }

  /// @param stretches the next messages after an arrival number
  private static void fill(
      Database database, IndexSlot slot, long from, BiFunction<Tx, Long, Stretch> stretches) {
    long last;
    long next = from;
    do {
      last = next;
      long after = last;
      next = database.write(Durability.NORMAL, tx -> replay(tx, slot, stretches.apply(tx, after)));
    } while (next > last);
  }

  private static boolean begin(Tx tx, IndexSlot slot) {
    slot.startFromNewest(tx);
    return true;
  }

  private static long replay(Tx tx, IndexSlot slot, Stretch stretch) {
    stretch.entries().forEach(entry -> slot.live().apply(tx, entry));
    slot.live().beforeCommit(tx);
    takenIn(tx, slot, stretch.last());
    return stretch.last();
  }

  private static boolean takenIn(Tx tx, IndexSlot slot, long arrival) {
    slot.takenIn(tx, arrival);
    return true;
  }
}
