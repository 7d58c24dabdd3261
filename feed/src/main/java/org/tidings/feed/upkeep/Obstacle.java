package org.tidings.feed.upkeep;

import org.tidings.feed.store.StoreException;
import org.tidings.feed.store.StoreException.Kind;
import org.tidings.feed.told.Told;
import org.tidings.feed.told.Worded;

/// Why something that was begun has to wait, or was not done.
public enum Obstacle implements Worded {
  DISK_FULL(
      "The disk is full: what was begun waits, and what is stored is safe. Make room on the disk;"
          + " it goes on by itself then."),
  STORE("%s What was begun goes on by itself once that is over."),
  NO_ROOM_TO_PACK(
      "To pack the database all of it is written anew, which takes %s MB of room on the disk for a"
          + " while, and there is less. Nothing was changed. Make room on the disk, and try"
          + " again."),
  OTHERS_WRITE(
      "The database was not packed: each time something else had to be saved before it was done."
          + " Nothing was changed. Try again when less comes in.");

  private final String sentence;

  Obstacle(String sentence) {
    this.sentence = sentence;
  }

  /// Why what is tried again has to wait.
  static Told of(StoreException failure) {
    return failure.kind() == Kind.DISK_FULL
        ? Told.of(DISK_FULL)
        : Told.of(STORE, Told.of(failure.kind()));
  }

  @Override
  public String key() {
    return "obstacle." + name();
  }

  @Override
  public String sentence() {
    return sentence;
  }
}
