package org.tidings.feed.doctor;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.tidings.feed.doctor.Replay.Kit;
import org.tidings.feed.ref.FeedId;
import org.tidings.feed.store.Database;
import org.tidings.feed.store.FeedNumbers;
import org.tidings.feed.store.StoreException;
import org.tidings.feed.store.StoreException.Kind;

/// Looks through a store that is open, in reads that hold nobody up, and changes nothing. Ends with
/// a [StoreException] when a [org.tidings.feed.store.Cancellation] around it says so. Stateless.
public final class Examination {

  private static final int SLICE = 1_000;

  private final Database database;
  private final FeedNumbers numbers;
  private final Path folder;
  private final FeedId self;
  private final IndexCheck indexes;

  /// @param folder the data folder
  /// @param kit to replay the log with
  public Examination(Database database, FeedNumbers numbers, Path folder, Kit kit) {
    this.database = database;
    this.numbers = numbers;
    this.folder = folder;
    this.self = kit.graph().self();
    this.indexes = new IndexCheck(database, folder, kit);
  }

  /// What is damaged.
  Report of(Depth depth, Progress progress) {
    List<Finding> damage = new ArrayList<>(KeyFile.check(folder, self));
    damage.addAll(database.read(FileCheck::of));
    LogCheck log = new LogCheck(0);
    if (damage.stream().noneMatch(Finding.BrokenFile.class::isInstance)) {
      try {
        look(log, progress);
        damage.addAll(feeds(log));
        damage.addAll(database.read(NotesCheck::of));
        if (depth == Depth.INDEXES && damage.isEmpty()) {
          damage.addAll(indexes.check());
        }
      } catch (StoreException failure) {
        damage.add(broken(failure));
      }
    }
    return new Report(log.messages(), depth, damage, List.of());
  }

  private void look(LogCheck log, Progress progress) {
    long total =
        database.read(
            tx -> tx.one("SELECT count(*) FROM messages", row -> row.number(1)).orElse(0L));
    while (database.read(tx -> log.next(tx, SLICE))) {
      progress.at(log.messages(), total);
    }
    database.read(
        tx -> {
          log.holes(tx);
          return true;
        });
    progress.at(log.messages(), log.messages());
  }

  private List<Finding> feeds(LogCheck log) {
    List<Finding> feeds = new ArrayList<>();
    log.sound()
        .forEach((feed, sound) -> feeds.add(new Finding.BrokenFeed(numbers.idOf(feed), sound)));
    return feeds;
  }

  private static Finding broken(StoreException failure) {
    if (failure.kind() != Kind.DAMAGED) {
      throw failure;
    }
    return new Finding.BrokenFile(String.valueOf(failure.getCause()));
  }
}
