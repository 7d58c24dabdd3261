package org.tidings.feed;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.tidings.feed.doctor.Depth;
import org.tidings.feed.doctor.Finding;
import org.tidings.feed.doctor.Finding.AwaitedFeeds;
import org.tidings.feed.doctor.Finding.BrokenFeeds;
import org.tidings.feed.doctor.Finding.BrokenFile;
import org.tidings.feed.doctor.Finding.BrokenKey;
import org.tidings.feed.doctor.Folders;
import org.tidings.feed.doctor.Outside;
import org.tidings.feed.doctor.Progress;
import org.tidings.feed.doctor.Report;
import org.tidings.feed.doctor.Salvage;
import org.tidings.feed.store.StoreException;
import org.tidings.feed.store.StoreException.Kind;

/// A data folder that nobody has open, perhaps because it cannot be opened: looks for damage, and
/// mends what can be mended. Confined to one thread; seeing to it that nobody opens the folder
/// meanwhile is the caller's.
///
/// @param settings of the folder
public record ClosedFeeds(FeedsSettings settings, InstantSource clock, SecureRandom random) {

  private static final String NO_INDEXES =
      "The indexes were not looked at, because nothing can be written there now.";

  private static final String ELSE_SOUND =
      "Everything is sound but the indexes, which were not looked at, because nothing can be"
          + " written there now.";

  /// Something that may be done with the feeds while they are looked at.
  @FunctionalInterface
  public interface Beside {
    /// Nothing.
    Beside NOTHING = feeds -> () -> {};

    /// Begins it, and answers what ends it.
    Runnable begin(Feeds feeds);
  }

  /// Looks for damage; where nothing can be written, as [#examineToRead] does.
  public Report examine(Depth depth, Progress progress) {
    return examine(depth, progress, Beside.NOTHING);
  }

  /// The same, and something else beside it once it is certain that the file is no damaged one.
  public Report examine(Depth depth, Progress progress, Beside beside) {
    Feeds feeds;
    try {
      Salvage.finish(settings.folder());
      Report outside = Outside.look(settings.folder(), progress);
      if (!outside.isSound()) {
        return outside;
      }
      feeds = Feeds.open(settings, clock, random);
    } catch (StoreException failure) {
      return failure.kind() == Kind.DISK_FULL || failure.kind() == Kind.READ_ONLY
          ? examineToRead(progress)
          : new Report(0, List.of(broken(failure)), List.of());
    }
    return examine(feeds, beside, depth, progress);
  }

  private static Report examine(Feeds opened, Beside beside, Depth depth, Progress progress) {
    try (opened) {
      Runnable end = beside.begin(opened);
      try {
        return opened.doctor().examineWhole(depth, progress);
      } finally {
        end.run();
      }
    } catch (StoreException failure) {
      return new Report(0, List.of(broken(failure)), List.of());
    }
  }

  /// Looks for damage in everything but the indexes and changes nothing.
  public Report examineToRead(Progress progress) {
    try (Feeds feeds = Feeds.openToRead(settings, clock, random)) {
      Report report = feeds.doctor().examine(Depth.MESSAGES, progress);
      return report.with(List.of(report.isSound() ? ELSE_SOUND : NO_INDEXES));
    } catch (StoreException failure) {
      return new Report(0, List.of(broken(failure)), List.of());
    }
  }

  /// Looks for damage and mends it. A file that cannot be read to its end is replaced by a new one
  /// with everything that could be read, and kept under another name.
  public Report repair(Depth depth, Progress progress) {
    Folders.sweep(settings.folder());
    Report found = examine(depth, progress);
    if (found.damage().stream().anyMatch(BrokenKey.class::isInstance)) {
      return found.with(List.of("Put back the key file from your backup: nobody else has it."));
    }
    boolean isFile = found.damage().contains(new BrokenFile());
    Salvage salvage = new Salvage(settings.folder());
    List<String> done = new ArrayList<>(isFile ? salvage.run() : List.of());
    try (Feeds feeds = Feeds.open(settings, clock, random)) {
      Report rest = feeds.doctor().repair(depth, progress);
      List<Finding> damage = new ArrayList<>(found.damage());
      // What the new file lacks is no other damage than that of the old one.
      rest.damage().stream()
          .filter(finding -> !damage.contains(finding))
          .filter(finding -> !isFile || !isOfFeeds(finding))
          .forEach(damage::add);
      feeds.doctor().lack(salvage.missing()).ifPresent(done::add);
      done.addAll(rest.done());
      return new Report(rest.messages(), damage, done);
    } catch (StoreException failure) {
      if (!isFile) {
        throw failure;
      }
      done.add("What is in the new store was not looked at. " + failure.advised());
      return found.with(done);
    }
  }

  private static boolean isOfFeeds(Finding finding) {
    return finding instanceof BrokenFeeds || finding instanceof AwaitedFeeds;
  }

  private static Finding broken(StoreException failure) {
    if (failure.kind() != Kind.DAMAGED) {
      throw failure;
    }
    return new BrokenFile();
  }
}
