package org.tidings.feed.doctor;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.tidings.feed.doctor.Replay.Kit;
import org.tidings.feed.index.IndexRunner;
import org.tidings.feed.ref.FeedId;
import org.tidings.feed.store.Database;

/// Looks through a store that is open, in reads that hold nobody up, and changes nothing. Ends with
/// a [org.tidings.feed.store.StoreException] when a [org.tidings.feed.store.Cancellation] around it
/// says so. Thread-safe.
public final class Examination {

  private final Database database;
  private final Path folder;
  private final FeedId self;
  private final Function<FeedId, String> names;
  private final IndexCheck indexes;

  /// @param folder the data folder
  /// @param kit to replay the log with
  /// @param names what feeds are called
  public Examination(Database database, Path folder, Kit kit, Function<FeedId, String> names) {
    this.database = database;
    this.folder = folder;
    this.self = kit.graph().self();
    this.names = names;
    this.indexes = new IndexCheck(database, folder, kit);
  }

  /// What is damaged.
  Report of(Depth depth, Progress progress) {
    return of(depth, progress, database.readAfresh(FileCheck::of));
  }

  /// The same, with what is known of the file.
  Report of(Depth depth, Progress progress, List<Finding> file) {
    List<Finding> damage = new ArrayList<>(KeyFile.check(folder, self));
    damage.addAll(file);
    Contents contents = new Contents(database::read, names);
    contents.look(progress).stream()
        .filter(finding -> !damage.contains(finding))
        .forEach(damage::add);
    if (!damage.contains(new Finding.BrokenFile())) {
      database.read(IndexRunner::damagedBuilds).stream()
          .map(Finding.BrokenIndex::new)
          .forEach(damage::add);
    }
    if (depth == Depth.INDEXES && damage.isEmpty()) {
      // One copy of the store at a time, which may be all there is room for.
      synchronized (indexes) {
        damage.addAll(indexes.check());
      }
    }
    return new Report(contents.messages(), damage, List.of());
  }

  /// How many messages are missing of whom.
  Optional<String> lack(Map<FeedId, Long> missing) {
    if (missing.isEmpty()) {
      return Optional.empty();
    }
    Comparator<Map.Entry<FeedId, Long>> ownFirst =
        Comparator.comparing(entry -> !entry.getKey().equals(self));
    List<String> some =
        missing.entrySet().stream()
            .sorted(ownFirst.thenComparing(Map.Entry.comparingByValue(Comparator.reverseOrder())))
            .map(entry -> "%s (%d)".formatted(names.apply(entry.getKey()), entry.getValue()))
            .toList();
    long messages = missing.values().stream().mapToLong(Long::longValue).sum();
    return Optional.of(
        "Known to be missing: %d messages of %s: %s."
            .formatted(messages, Counted.feeds(missing.size()), Counted.some(some)));
  }

  /// What these feeds are called, in the order of the names.
  List<String> namesOf(Iterable<FeedId> feeds) {
    List<String> found = new ArrayList<>();
    feeds.forEach(feed -> found.add(names.apply(feed)));
    return found.stream().sorted().toList();
  }
}
