package org.tidings.feed.doctor;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import org.tidings.feed.local.LocalSchema;
import org.tidings.feed.ref.FeedId;
import org.tidings.feed.store.Carving;
import org.tidings.feed.store.DamagedLog;
import org.tidings.feed.store.Database;
import org.tidings.feed.store.Migrations;
import org.tidings.feed.store.StoreException;

/// Carries everything that can be read of a damaged database file into a new one, which takes its
/// place; the damaged one is kept under another name. Rows are taken as they are found, then every
/// message that is not what was signed is left out again: its feed is fetched from there on.
/// Confined to one thread, on a folder nobody has open.
public final class Salvage {

  private static final String NO_ROOM =
      "A new store is made beside the damaged one, and there is no room for it on the disk; the"
          + " damaged one is as it was.";

  private static final String NOT_IN_PLACE =
      "The new store is made, but cannot take the place of the damaged one yet. Nothing is lost:"
          + " the next start tries again.";

  private static final String HELD =
      "It is not certain that the newest posts of your own feed are all here: posting waits until"
          + " peers have shown where it really ends, or you decide to go on without them.";

  /// What only this store knows, but for what peers told of what they have: it would keep us from
  /// asking for what is lost, where that is as much as is left here, while they remember that we
  /// had more.
  private static final List<String> NOTES =
      List.of(
          "drafts",
          "peers",
          "read_marks",
          "gate",
          "fork_proofs",
          "outbox",
          "outbox_posts",
          "bookmarks",
          "petnames",
          "muted_feeds",
          "muted_threads",
          "hidden_words",
          "strangers",
          "seen_marks",
          "blob_notes",
          "invites",
          "copies",
          "departures");

  private final Path folder;
  private final List<String> done = new ArrayList<>();
  private Map<FeedId, Long> missing = Map.of();

  public Salvage(Path folder) {
    this.folder = folder;
  }

  /// Does it, and tells in sentences what was done.
  public List<String> run() {
    try {
      Path work = Folders.fresh(folder, Folders.SALVAGE);
      try {
        fill(work);
        Aside.ready(work.resolve(Database.FILE), folder.resolve(Database.FILE));
      } finally {
        Folders.sweep(folder);
      }
    } catch (IOException failure) {
      throw StoreException.ofFile("A new store cannot be made in " + folder + ".", folder, failure)
          .orWhenFull(NO_ROOM);
    } catch (StoreException failure) {
      throw failure.orWhenFull(NO_ROOM);
    }
    finish(folder)
        .ifPresent(kept -> done.add("The damaged file is kept as " + kept.getFileName() + "."));
    return List.copyOf(done);
  }

  /// Has a new store that is ready take the place of the damaged one, where a run was cut short
  /// before it had. Before anything else is done with the folder.
  ///
  /// @return where the damaged file is now; empty when there is nothing to finish
  public static Optional<Path> finish(Path folder) {
    try {
      return Aside.finish(folder.resolve(Database.FILE));
    } catch (IOException failure) {
      throw StoreException.ofFile(NOT_IN_PLACE, folder, failure).orWhenFull(NOT_IN_PLACE);
    }
  }

  private void fill(Path work) throws IOException {
    Path damaged = folder.resolve(Database.FILE);
    Wreck wreck = new Wreck(damaged, work);
    try (Database database =
        Database.open(work, List.of(Migrations.STORE, LocalSchema.MIGRATIONS))) {
      Salvaged salvaged = new Salvaged(database);
      SequencedMap<String, Shape> shapes = salvaged.shapes();
      boolean hasFeeds = salvaged.copy(wreck, "feeds");
      boolean hasMessages = salvaged.copy(wreck, "messages");
      if (!hasFeeds || !hasMessages) {
        carveLog(wreck, salvaged, shapes);
      }
      // One that cannot be read is not looked for page by page: it can be asked for again, and one
      // that never was would cost somebody's posts.
      salvaged.copy(wreck, "drops");
      Set<Long> unsound = salvaged.unsound();
      Ends ends = salvaged.ends(unsound, wreck);
      List<String> torn = notes(wreck, salvaged, shapes);
      boolean isRead =
          hasFeeds && hasMessages && !torn.contains("gate") && !DamagedLog.isBeside(damaged);
      salvaged.settle(damaged, work.resolve(Database.FILE), unsound, ends, isRead);
      missing = Map.copyOf(salvaged.missing(ends));
      done.add(
          (isRead && missing.isEmpty()
                  ? "%d messages were carried into a new store; none is known to be missing."
                  : "%d messages were carried into a new store; what is missing is fetched again.")
              .formatted(salvaged.messages()));
      if (salvaged.waitsForOwnEnd()) {
        done.add(HELD);
      }
      if (!torn.isEmpty()) {
        done.add(
            "Not everything could be read of: "
                + String.join(", ", torn)
                + ". What could not be read is not in the new store; the damaged file still has"
                + " its bytes.");
      }
      database.carryOver();
    }
  }

  /// How many messages of which feeds the damaged file once had and the new one has not, as far as
  /// is known; nothing before [#run].
  public Map<FeedId, Long> missing() {
    return missing;
  }

  private static void carveLog(Wreck wreck, Salvaged salvaged, SequencedMap<String, Shape> shapes) {
    Shape feeds = Objects.requireNonNull(shapes.get("feeds"));
    Shape messages = Objects.requireNonNull(shapes.get("messages"));
    salvaged.take("feeds", sink -> wreck.carveFeeds(feeds, sink));
    salvaged.take("feeds", List.of("id", "feed"), wreck::feedsFromIndex);
    salvaged.take("messages", sink -> wreck.carveMessages(messages, sink));
  }

  /// Returns the tables of which something is missing.
  private static List<String> notes(
      Wreck wreck, Salvaged salvaged, SequencedMap<String, Shape> shapes) {
    List<String> torn = NOTES.stream().filter(table -> !salvaged.copy(wreck, table)).toList();
    if (torn.isEmpty()) {
      return torn;
    }
    try (Carving carving = wreck.carving()) {
      TableTrees trees = new TableTrees(carving, shapes);
      boolean[] isWhole = new boolean[1];
      return torn.stream()
          .filter(
              table -> {
                salvaged.take(table, sink -> isWhole[0] = trees.each(table, sink));
                return !isWhole[0];
              })
          .map(table -> table.replace('_', ' '))
          .toList();
    }
  }
}
