package org.tidings.feed.doctor;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.tidings.feed.ref.FeedId;
import org.tidings.feed.store.Database;
import org.tidings.feed.store.FileHeader;
import org.tidings.feed.store.StoreException;
import org.tidings.feed.store.StoreException.Kind;
import org.tidings.feed.store.Tx;
import org.tidings.feed.store.Work;

/// What can be seen of a data folder without opening it. Stateless.
public final class Outside {

  private Outside() {}

  /// One connection for all reads.
  private record Inside(Tx tx) implements Contents.Reads {
    @Override
    public <T> T read(Work<T> work) {
      return work.in(tx);
    }
  }

  /// What is wrong with its key and its database file; changes nothing. Messages and notes are only
  /// looked at where the file is damaged: a file that is sound can be opened for that.
  public static Report look(Path folder, Progress progress) {
    List<Finding> damage = new ArrayList<>(KeyFile.look(folder));
    Path file = folder.resolve(Database.FILE);
    long messages = 0;
    if (Files.exists(file)) {
      try {
        messages = Database.inspect(file, tx -> look(tx, damage, progress));
      } catch (StoreException failure) {
        if (failure.kind() != Kind.DAMAGED && FileHeader.canBeRead(file)) {
          throw failure;
        }
        damage.add(new Finding.BrokenFile());
      }
    }
    return new Report(messages, damage, List.of());
  }

  private static long look(Tx tx, List<Finding> damage, Progress progress) {
    List<Finding> file = FileCheck.of(tx);
    if (file.isEmpty()) {
      return 0;
    }
    damage.addAll(file);
    Contents contents = new Contents(new Inside(tx), FeedId::toString);
    contents.look(progress).stream()
        .filter(finding -> !damage.contains(finding))
        .forEach(damage::add);
    return contents.messages();
  }
}
