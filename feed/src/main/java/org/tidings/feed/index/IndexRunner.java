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

  /// Makes the indexes that are missing or behind and fills those that opening cannot do without;
  /// of the others the newest messages are taken in, and a build is begun.
  public void open(Database database) {
    new IndexOpening(slots).run(database);
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

  /// Messages have other arrival numbers than these indexes know, until they have been built again.
  public void lack(Tx tx) {
    tx.update("UPDATE indexes SET version = -abs(version)");
  }

  /// Whether some index is being built, or waits for it. On any thread.
  public static boolean isBuilding(Tx tx) {
    return tx.one("SELECT 1 FROM index_builds LIMIT 1", row -> true).isPresent();
  }

  /// Whether some build has taken in messages, and holds what it would have to let go of when their
  /// feed is dropped. Only [#buildStep] brings that about. On any thread.
  public static boolean isUnderWay(Tx tx) {
    return tx.one(
            "SELECT 1 FROM index_builds WHERE arrival <> 0 OR repeated <> 0 LIMIT 1", row -> true)
        .isPresent();
  }

  /// Gives up what the builds under way have taken in: they begin anew.
  public void setBack(Database database) {
    database.writePatiently(
        Durability.NORMAL,
        tx -> {
          slots.forEach(slot -> slot.restartUnlessSound(tx));
          slots.forEach(slot -> slot.setBack(tx));
          return true;
        });
  }

  /// Grows whenever an index is begun anew, or would be if its build had taken in anything. On any
  /// thread.
  public static long generation(Tx tx) {
    return tx.one(
            "SELECT seq FROM sqlite_sequence WHERE name = 'index_generations'",
            row -> row.number(1))
        .orElse(0L);
  }

  /// Brings the builds under way a step further, in a short transaction. Returns whether there was
  /// anything to do. On a thread of the caller's own, never two at once.
  public boolean buildStep(Database database) {
    Builds builds = database.read(this::builds);
    if (builds.newest == 0) {
      return false;
    }
    Stretch next = database.read(tx -> read(tx, builds));
    return database.writePatiently(
        Durability.NORMAL, tx -> !builds.equals(builds(tx)) || advance(tx, builds, next));
  }

  /// The builds under way.
  ///
  /// @param slowest up to where the slowest of them has come
  /// @param newest number; 0 when there are none
  /// @param generation what was read before this changed may be another message's by now
  /// @param isOpening whether private messages are opened once more for one that has come so far
  private record Builds(long slowest, long newest, long generation, boolean isOpening) {}

  private Builds builds(Tx tx) {
    long generation = generation(tx);
    Builds builds =
        tx.one(
                "SELECT min(arrival), max(generation) FROM index_builds",
                row -> new Builds(row.number(1), row.number(2), generation, false))
            .orElseThrow();
    Set<String> slowest =
        Set.copyOf(
            tx.list(
                "SELECT name FROM index_builds WHERE arrival = ?",
                row -> row.text(1),
                builds.slowest));
    boolean isOpening =
        slots.stream()
            .filter(slot -> slot.live().isFilledBySecondReader())
            .anyMatch(slot -> slowest.contains(slot.name()));
    return new Builds(builds.slowest, builds.newest, generation, isOpening);
  }

  private Stretch read(Tx tx, Builds builds) {
    Stretch stretch = StoredEntries.after(tx, builds.slowest, STEP, this::isRead);
    return builds.isOpening ? opened(stretch) : stretch;
  }

  /// The same messages, with what our key opens of the private ones in the place of what was kept.
  private Stretch opened(Stretch stretch) {
    List<Entry> entries = new ArrayList<>();
    for (Entry entry : stretch.entries()) {
      if (!entry.isPrivate()) {
        entries.add(entry);
      }
      if (entry.content() instanceof Encrypted sealed) {
        unboxer.open(sealed).ifPresent(json -> entries.add(entry.decrypted(json)));
      }
    }
    return new Stretch(entries, stretch.last(), stretch.isEnd());
  }

  private boolean isRead(String type) {
    return slots.stream().anyMatch(slot -> slot.reads(type));
  }

  private boolean advance(Tx tx, Builds builds, Stretch next) {
    // What came between reading and this transaction is seen here for the first time.
    boolean isMore = next.isEnd() && StoredEntries.last(tx) != next.last();
    Stretch stretch = isMore ? read(tx, builds) : next;
    if (builds.isOpening) {
      // Others may have come past these before what they say could be read.
      stretch.entries().stream()
          .filter(Entry::isPrivate)
          .forEach(entry -> applyDecrypted(tx, entry));
      settle(tx);
    }
    List<IndexSlot> due = slots.stream().filter(slot -> slot.hasBuilt(builds.slowest)).toList();
    for (IndexSlot slot : due) {
      slot.advance(tx, relevant(slot, stretch));
      if (stretch.isEnd()) {
        slot.finishBuild(tx);
        log.info("built index {} again", slot.name());
      }
    }
    return !due.isEmpty() || restartDamaged(tx);
  }

  /// Where none has come as far as is noted, the notes are damaged. Returns whether some begin
  /// anew.
  private boolean restartDamaged(Tx tx) {
    boolean isAny = false;
    for (IndexSlot slot : slots) {
      isAny |= slot.restartUnlessSound(tx);
    }
    return isAny;
  }

  /// The indexes of whose builds it is not certain how far they are. On any thread.
  public static List<String> damagedBuilds(Tx tx) {
    return tx.list(
        "SELECT name FROM index_builds WHERE arrival <> repeated ORDER BY name",
        row -> row.text(1));
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
    long total = StoredEntries.last(tx);
    return new ArrayList<>(
        tx.list(
            "SELECT b.name, b.arrival, i.version < 0 FROM index_builds b"
                + " JOIN indexes i USING (name) ORDER BY b.name",
            row -> new IndexProgress(row.text(1), row.number(2), total, row.integer(3) == 1)));
  }

  /// Shows one appended message to every index. A private one of our own is read at once.
  public void apply(Tx tx, Entry entry) {
    show(tx, entry, slots);
  }

  /// Shows one that has come again, and has others of its feed behind it, only to those that
  /// nothing can be answered rightly without. The rest would take what it says for its author's
  /// last word, and may know it already: a build has to bring it, which is the caller's to begin.
  public void applyOlder(Tx tx, Entry entry) {
    show(tx, entry, slots.stream().filter(IndexSlot::isNeededAtOnce).toList());
  }

  private void show(Tx tx, Entry entry, List<IndexSlot> shown) {
    shown.forEach(slot -> slot.apply(tx, entry));
    if (entry.content() instanceof Encrypted sealed
        && entry.message().author().equals(graph.self())) {
      unboxer
          .open(sealed)
          .map(entry::decrypted)
          .ifPresent(decrypted -> shown.forEach(slot -> slot.apply(tx, decrypted)));
    }
  }

  /// Shows what a private message says to every index; it may have been shown before.
  public void applyDecrypted(Tx tx, Entry decrypted) {
    slots.forEach(slot -> slot.apply(tx, decrypted));
  }

  /// Takes a message of a feed that is dropped, or what was read in it, out of every index, while
  /// no build is under way.
  public void remove(Tx tx, Entry entry) {
    slots.forEach(slot -> slot.remove(tx, entry));
  }

  /// The messages of a feed behind this sequence were given up. What they said stays until the
  /// indexes have been built again, which is the caller's to begin in the same transaction.
  public void cut(Tx tx, int feed, long last) {
    slots.forEach(slot -> slot.live().cut(tx, feed, last));
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
