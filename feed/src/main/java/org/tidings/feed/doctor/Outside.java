package org.tidings.feed.doctor;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.tidings.feed.store.Database;
import org.tidings.feed.store.StoreException;
import org.tidings.feed.store.StoreException.Kind;

/// What can be seen of a data folder without opening it. Stateless.
public final class Outside {

  private Outside() {}

  /// What is wrong with its files; changes nothing.
  public static List<Finding> look(Path folder) {
    List<Finding> damage = new ArrayList<>(KeyFile.look(folder));
    Path file = folder.resolve(Database.FILE);
    if (Files.exists(file)) {
      try {
        damage.addAll(Database.inspect(file, FileCheck::of));
      } catch (StoreException failure) {
        if (failure.kind() != Kind.DAMAGED) {
          throw failure;
        }
        damage.add(new Finding.BrokenFile(failure.sentence()));
      }
    }
    return damage;
  }
}
