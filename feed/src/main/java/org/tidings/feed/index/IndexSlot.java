package org.tidings.feed.index;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tidings.feed.store.Memory;
import org.tidings.feed.store.Tx;

/// One index: its tables in use, and while it is built again those beside them, which take their
/// place when they have caught up. Confined to the thread `feed-writer`.
final class IndexSlot implements Memory {

  private static final Logger log = LoggerFactory.getLogger(IndexSlot.class);

  /// The tables of builds of one table, whatever is noted of them.
  private static final String OF_BUILDS =
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND name GLOB 'b[0-9]*_*'"
          + " AND substr(name, instr(name, '_') + 1) = ?";

  private final IndexFactory factory;
  private final Index live;
  private @Nullable Build build;

  /// A build under way, and the arrival number up to which it has come.
  private record Build(Index index, long generation, long arrival) {}

  /// What is noted of a build.
  private record Note(int version, long generation, boolean isArrivalSound) {}

  IndexSlot(IndexFactory factory) {
    this.factory = factory;
    this.live = factory.on(Tables.LIVE);
  }

  Index live() {
    return live;
  }

  String name() {
    return live.name();
  }

  /// Makes the tables if they are missing or another version of the program made them, and also if
  /// they say that they are behind: they came along with every message, unless making them was cut
  /// short, so nobody knows what they lack or hold. Those of a version that may answer meanwhile do
  /// until a build takes their place. Returns whether they are new and empty.
  boolean prepare(Tx tx, long newest) {
    if (isInStep(tx, newest)) {
      return false;
    }
    if (mayAnswer(tx, newest)) {
      keepMeanwhile(tx);
      return false;
    }
    makeAnew(tx);
    return true;
  }

  /// What version made the tables in use; below zero where they hold the newest messages alone
  /// until a build takes their place, and zero where there are none.
  private int version(Tx tx) {
    return tx.one("SELECT version FROM indexes WHERE name = ?", row -> row.integer(1), name())
        .orElse(0);
  }

  private boolean areThere(Tx tx) {
    return live.tables().stream().allMatch(table -> has(tx, table));
  }

  /// Whether the tables are in place and hold everything up to this arrival number, or what came
  /// last and a build brings the rest.
  boolean isInStep(Tx tx, long newest) {
    int version = version(tx);
    boolean isOfThis =
        version == live.version() || (version == -live.version() && isBuildNoted(tx));
    return isOfThis && areThere(tx) && (live.isFilledBySecondReader() || arrival(tx) >= newest);
  }

  private boolean mayAnswer(Tx tx, long newest) {
    return live.mayAnswerAs(Math.abs(version(tx))) && areThere(tx) && arrival(tx) >= newest;
  }

  private void keepMeanwhile(Tx tx) {
    log.info("index {} answers as another version made it until it is built again", name());
    tx.update(
        "UPDATE indexes SET version = iif(version < 0, -?1, ?1) WHERE name = ?2",
        live.version(),
        name());
    restart(tx);
  }

  private boolean isBuildNoted(Tx tx) {
    return tx.one("SELECT 1 FROM index_builds WHERE name = ?", row -> true, name()).isPresent();
  }

  /// Whether what is noted of the build, where one is under way, can be believed. A build that is
  /// said to be further than it is would never come past the messages between.
  boolean isBuildSound(Tx tx) {
    return tx.one(
            "SELECT version, generation, arrival = repeated FROM index_builds WHERE name = ?",
            row -> new Note(row.integer(1), row.number(2), row.integer(3) == 1),
            name())
        .map(note -> note.isArrivalSound && note.version == live.version() && isThere(tx, note))
        .orElse(true);
  }

  private boolean isThere(Tx tx, Note note) {
    Tables tables = Tables.building(note.generation);
    return live.tables().stream().allMatch(table -> has(tx, tables.in("$" + table)));
  }

  private void makeAnew(Tx tx) {
    abandonBuild(tx);
    long generation = newGeneration(tx);
    tx.script(Tables.building(generation).in(live.schema()));
    putInPlace(tx, generation);
    tx.update(
        "INSERT OR REPLACE INTO indexes (name, version, arrival) VALUES (?, ?, 0)",
        name(),
        live.version());
  }

  /// Up to where the log has been taken in.
  private long arrival(Tx tx) {
    return tx.one("SELECT arrival FROM indexes WHERE name = ?", row -> row.number(1), name())
        .orElse(0L);
  }

  void takenIn(Tx tx, long arrival) {
    tx.update("UPDATE indexes SET arrival = ? WHERE name = ?", arrival, name());
  }

  /// Begins a build that brings what new tables lack: they take in the newest messages alone.
  void startFromNewest(Tx tx) {
    tx.update("UPDATE indexes SET version = ? WHERE name = ?", -live.version(), name());
    startBuild(tx);
  }

  /// Begins to build the index again beside the tables in use, unless that is under way.
  void startBuild(Tx tx) {
    if (build == null) {
      long generation = newGeneration(tx);
      tx.script(Tables.building(generation).in(live.schema()));
      tx.update(
          "INSERT INTO index_builds (name, version, generation, arrival, repeated)"
              + " VALUES (?, ?, ?, 0, 0)",
          name(),
          live.version(),
          generation);
      build = new Build(factory.on(Tables.building(generation)), generation, 0);
    }
  }

  /// Begins to build the index again from the first message, also where that was under way. A build
  /// that has taken in nothing yet stays as it is: feeds that heal one after the other would leave
  /// one behind each.
  void restart(Tx tx) {
    if (build == null || build.arrival > 0) {
      beginAnew(tx);
    } else {
      newGeneration(tx);
    }
  }

  private void beginAnew(Tx tx) {
    abandonBuild(tx);
    startBuild(tx);
  }

  /// Gives up what the build has taken in, where one is under way: it begins anew.
  void setBack(Tx tx) {
    if (build != null) {
      restart(tx);
    }
  }

  /// Begins anew where what is noted of the build cannot be believed. Returns whether that was so.
  boolean restartUnlessSound(Tx tx) {
    boolean isSound = isBuildSound(tx);
    if (!isSound) {
      log.error("how far the build of index {} was is damaged: it begins anew", name());
      beginAnew(tx);
    }
    return !isSound;
  }

  /// Whether the build has come exactly so far.
  boolean hasBuilt(long arrival) {
    return build != null && build.arrival == arrival;
  }

  boolean isNeededAtOnce() {
    return !live.typesNeededAtOnce().isEmpty();
  }

  boolean reads(String type) {
    return live.reads(type);
  }

  /// Takes the next stretch of the log into the build.
  void advance(Tx tx, StoredEntries.Stretch stretch) {
    Build under = under();
    for (Entry entry : stretch.entries()) {
      under.index.apply(tx, entry);
    }
    under.index.beforeCommit(tx);
    tx.update(
        "UPDATE index_builds SET arrival = ?1, repeated = ?1 WHERE name = ?2",
        stretch.last(),
        name());
    build = new Build(under.index, under.generation, stretch.last());
  }

  /// Puts the finished build in the place of the tables in use.
  void finishBuild(Tx tx) {
    under().index.beforeUse(tx);
    putInPlace(tx, under().generation);
    tx.update("DELETE FROM index_builds WHERE name = ?", name());
    tx.update("UPDATE indexes SET version = ? WHERE name = ?", live.version(), name());
    build = null;
    live.reload(tx);
    live.opened(tx);
  }

  /// A message or what was read in it. A build comes past what lies ahead of it by itself.
  void apply(Tx tx, Entry entry) {
    live.apply(tx, entry);
    if (build != null && entry.arrival() <= build.arrival) {
      build.index.apply(tx, entry);
    }
  }

  /// The build, if there is one, has taken in nothing yet: what is in its way now it brings right,
  /// and what of that might do harm to the tables in use stays in them until then.
  void remove(Tx tx, Entry entry) {
    if (build == null || live.mayLackRemoved()) {
      live.remove(tx, entry);
    }
  }

  void beforeCommit(Tx tx) {
    live.beforeCommit(tx);
    if (build != null) {
      build.index.beforeCommit(tx);
    }
  }

  /// A build of this version goes on where it was; any other is given up.
  @Override
  public void reload(Tx tx) {
    live.reload(tx);
    build =
        tx.one(
                "SELECT generation, arrival FROM index_builds"
                    + " WHERE name = ? AND version = ? AND arrival = repeated",
                row ->
                    new Build(
                        factory.on(Tables.building(row.number(1))), row.number(1), row.number(2)),
                name(),
                live.version())
            .orElse(null);
    if (build != null) {
      build.index.reload(tx);
    }
  }

  private Build under() {
    if (build == null) {
      throw new IllegalStateException(name() + " is not being built");
    }
    return build;
  }

  private void abandonBuild(Tx tx) {
    build = null;
    for (String table : live.tables()) {
      for (String found : tx.list(OF_BUILDS, row -> row.text(1), table)) {
        long generation = Long.parseLong(found.substring(1, found.indexOf('_')));
        rename(tx, found, Tables.gone(generation), table);
      }
    }
    tx.update("DELETE FROM index_builds WHERE name = ?", name());
  }

  private void putInPlace(Tx tx, long generation) {
    for (String table : live.tables()) {
      rename(tx, table, Tables.gone(generation), table);
      rename(tx, Tables.building(generation).in("$" + table), Tables.LIVE, table);
    }
  }

  private static void rename(Tx tx, String from, Tables names, String table) {
    if (has(tx, from)) {
      tx.script("ALTER TABLE " + from + " RENAME TO " + names.in("$" + table));
    }
  }

  private static boolean has(Tx tx, String table) {
    return tx.one(
            "SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ?", row -> true, table)
        .orElse(false);
  }

  private static long newGeneration(Tx tx) {
    return tx.insert("INSERT INTO index_generations (generation) VALUES (NULL)");
  }
}
