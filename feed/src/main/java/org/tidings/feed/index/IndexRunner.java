package org.tidings.feed.index;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tidings.feed.content.Encrypted;
import org.tidings.feed.graph.SocialGraph;
import org.tidings.feed.index.StoredEntries.Stretch;
import org.tidings.feed.store.Database;
import org.tidings.feed.store.Durability;
import org.tidings.feed.store.Memory;
import org.tidings.feed.store.Tx;

/// Keeps all indexes in step with the log, and builds those again that another version of the
/// program made or that somebody doubts. Confined to the thread `feed-writer`, except where said.
public final class IndexRunner implements Memory {

  private static final Logger log = LoggerFactory.getLogger(IndexRunner.class);

  /// How many of the newest messages a new index holds from the start; the rest follows behind.
  private static final int AT_ONCE = 2_000;

  /// The tables that name indexes and how far they are.
  private static final List<String> REGISTERS = List.of("indexes", "index_builds");

  /// Messages taken into a build in one transaction.
  private static final int STEP = 500;

  private final SocialGraph graph;
  private final Unboxer unboxer;
  private final List<IndexSlot> slots;

  /// These indexes, in the order in which a message is shown to them.
  public IndexRunner(SocialGraph graph, Unboxer unboxer, List<IndexFactory> indexes) {
    this.graph = graph;
    this.unboxer = unboxer;
    this.slots = indexes.stream().map(IndexSlot::new).toList();
  }

  /// The graph that one of the indexes keeps up to date.
  public SocialGraph graph() {
    return graph;
  }

  /// Makes the indexes that are missing and brings those up to date that opening cannot do without;
  /// of the others the newest messages, and a build is begun.
  public void open(Database database) {
    boolean mayForget = !database.isReadOnly();
    if (!database.read(tx -> areInStep(tx) && !(mayForget && isOtherThere(tx)))) {
      bringInStep(database);
    }
    database.write(
        Durability.NORMAL,
        tx -> {
          reload(tx);
          if (!database.isReadOnly()) {
            slots.forEach(slot -> slot.live().opened(tx));
          }
          return true;
        });
  }

  private boolean areInStep(Tx tx) {
    long newest = lastArrival(tx);
    return slots.stream().allMatch(slot -> slot.isInStep(tx, newest));
  }

  private boolean isOtherThere(Tx tx) {
    return REGISTERS.stream().anyMatch(register -> !others(tx, register).isEmpty());
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
    for (IndexSlot slot : slots) {
      if (!slot.live().isFilledBySecondReader()) {
        catchUp(database, slot, fresh.contains(slot));
      }
    }
  }

  /// Makes those that are missing, and answers them.
  private List<IndexSlot> prepared(Tx tx) {
    forgetOthers(tx);
    return slots.stream().filter(slot -> slot.prepare(tx)).toList();
  }

  private boolean reloaded(Tx tx) {
    reload(tx);
    return true;
  }

  private void catchUp(Database database, IndexSlot slot, boolean fresh) {
    long from = database.read(slot::arrival);
    long newest = database.read(IndexRunner::lastArrival) - AT_ONCE;
    boolean isWhole = slot.live().isNeededAtOnce() || from >= newest;
    long next = isWhole ? from : newest;
    if (!isWhole) {
      database.write(Durability.NORMAL, tx -> begin(tx, slot));
    }
    long last;
    do {
      last = next;
      long after = last;
      next = database.write(Durability.NORMAL, tx -> replay(tx, slot, after));
    } while (next > last);
    if (fresh && next > 0) {
      log.info("made index {} version {}", slot.name(), slot.live().version());
    }
  }

  private static boolean begin(Tx tx, IndexSlot slot) {
    slot.startBuild(tx);
    return true;
  }

  private static long replay(Tx tx, IndexSlot slot, long after) {
    Stretch stretch = StoredEntries.after(tx, after, STEP, slot::reads);
    stretch.entries().forEach(entry -> slot.live().apply(tx, entry));
    slot.live().beforeCommit(tx);
    slot.takenIn(tx, stretch.last());
    return stretch.last();
  }

  private static long lastArrival(Tx tx) {
    return tx.one("SELECT max(arrival) FROM messages", row -> row.number(1)).orElse(0L);
  }

  /// Begins to build an index again beside itself, whatever it holds; all of them without a name.
  public void startBuild(Tx tx, String name) {
    replayed()
        .filter(slot -> name.isEmpty() || slot.name().equals(name))
        .forEach(slot -> slot.startBuild(tx));
  }

  /// The names of those that can be built so. On any thread.
  public List<String> names() {
    return replayed().map(IndexSlot::name).toList();
  }

  private Stream<IndexSlot> replayed() {
    return slots.stream().filter(slot -> !slot.live().isFilledBySecondReader());
  }

  /// The tables of all indexes. On any thread.
  public Set<String> tables() {
    return slots.stream()
        .flatMap(slot -> slot.live().tables().stream())
        .collect(Collectors.toSet());
  }

  /// Messages that no index has seen have taken their places among older ones, or such as all have
  /// seen were given up: builds all indexes from the first message on.
  public void restartBuilds(Tx tx) {
    slots.forEach(slot -> slot.restart(tx));
  }

  /// Grows whenever an index is begun anew. On any thread.
  public static long generation(Tx tx) {
    return tx.one(
            "SELECT seq FROM sqlite_sequence WHERE name = 'index_generations'",
            row -> row.number(1))
        .orElse(0L);
  }

  /// Brings the builds under way a step further, in a short transaction. Returns whether there was
  /// anything to do. On a thread of the caller's own, never two at once.
  public boolean buildStep(Database database) {
    Builds builds = database.read(IndexRunner::builds);
    if (builds.newest == 0) {
      return false;
    }
    Stretch next = database.read(tx -> StoredEntries.after(tx, builds.slowest, STEP, this::isRead));
    return database.writePatiently(
        Durability.NORMAL, tx -> !builds.equals(builds(tx)) || advance(tx, builds.slowest, next));
  }

  /// The builds under way.
  ///
  /// @param slowest up to where the slowest of them has come
  /// @param newest number; 0 when there are none
  private record Builds(long slowest, long newest) {}

  private static Builds builds(Tx tx) {
    return tx.one(
            "SELECT min(arrival), max(generation) FROM index_builds",
            row -> new Builds(row.number(1), row.number(2)))
        .orElseThrow();
  }

  private boolean isRead(String type) {
    return slots.stream().anyMatch(slot -> slot.reads(type));
  }

  private boolean advance(Tx tx, long from, Stretch next) {
    // What came between reading and this transaction is seen here for the first time.
    Stretch stretch = next.isEnd() ? StoredEntries.after(tx, from, STEP, this::isRead) : next;
    for (IndexSlot slot : slots) {
      if (slot.hasBuilt(from)) {
        slot.advance(tx, relevant(slot, stretch));
        if (stretch.isEnd()) {
          slot.finishBuild(tx);
          log.info("built index {} again", slot.name());
        }
      }
    }
    return true;
  }

  private static Stretch relevant(IndexSlot slot, Stretch stretch) {
    List<Entry> entries =
        stretch.entries().stream()
            .filter(entry -> slot.reads(entry.isPrivate() ? "" : entry.message().type()))
            .toList();
    return new Stretch(entries, stretch.last(), stretch.isEnd());
  }

  /// The indexes that are behind. On any thread.
  public static List<IndexProgress> progress(Tx tx) {
    long total = lastArrival(tx);
    return new ArrayList<>(
        tx.list(
            "SELECT name, arrival FROM index_builds ORDER BY name",
            row -> new IndexProgress(row.text(1), row.number(2), total)));
  }

  /// Shows one appended message to every index. A private one of our own is read at once.
  public void apply(Tx tx, Entry entry) {
    slots.forEach(slot -> slot.apply(tx, entry));
    if (entry.content() instanceof Encrypted sealed
        && entry.message().author().equals(graph.self())) {
      unboxer.open(sealed).ifPresent(json -> applyDecrypted(tx, entry.decrypted(json)));
    }
  }

  /// Shows what a private message says to every index; it may have been shown before.
  public void applyDecrypted(Tx tx, Entry decrypted) {
    slots.forEach(slot -> slot.apply(tx, decrypted));
  }

  /// Takes a message of a feed that is dropped, or what was read in it, out of every index.
  public void remove(Tx tx, Entry entry) {
    slots.forEach(slot -> slot.remove(tx, entry));
  }

  /// Call before the commit of a transaction that appended, with the last arrival number.
  public void beforeCommit(Tx tx, long lastArrival) {
    settle(tx);
    // Those of other versions of the program are not there: opening forgets them.
    tx.update("UPDATE indexes SET arrival = ?", lastArrival);
  }

  /// Call before the commit of a transaction that changed indexes without appending.
  public void settle(Tx tx) {
    slots.forEach(slot -> slot.beforeCommit(tx));
  }

  @Override
  public void reload(Tx tx) {
    slots.forEach(slot -> slot.reload(tx));
  }
}
