package org.tidings.feed.crash;

import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.tidings.feed.crash.DiskLog.Entry;

/// A disk whose power may fail. Sure to be there afterwards is what was synced, names by syncing
/// their folder; of the rest some writes are there, some are torn between sectors and some are not,
/// and of the changed names the first few. Confined to one thread.
final class Disk {

  private static final int[] LUCK = {0, 20, 50, 80, 100};

  private final Path folder;
  private final Map<Path, Inode> seen = new HashMap<>();
  private final Map<Path, Inode> kept = new HashMap<>();
  private final List<Naming> unsynced = new ArrayList<>();
  private final Map<Integer, Path> open = new HashMap<>();
  private final Map<Integer, Inode> files = new HashMap<>();

  /// A change of the names in a folder.
  private record Naming(Path parent, Consumer<Map<Path, Inode>> change) {}

  /// @param start what surely is there
  Disk(Path folder, Snapshot start) {
    this.folder = folder;
    start.files().forEach((path, content) -> seen.put(folder.resolve(path), new Inode(content)));
    kept.putAll(seen);
  }

  void run(Entry entry) {
    switch (entry) {
      case Entry.Opened opened -> open(opened);
      case Entry.Closed(int file) -> {
        open.remove(file);
        files.remove(file);
      }
      case Entry.Wrote(int file, long at, ByteBuffer bytes) -> files.get(file).write(at, bytes);
      case Entry.Resized(int file, long size) -> files.get(file).resize(size);
      case Entry.Synced(int file) -> sync(file);
      case Entry.Lost(int file) -> {
        if (files.containsKey(file)) {
          files.get(file).lose();
        }
      }
      case Entry.Renamed(Path from, Path to) -> {
        Inode moved = seen.get(from);
        name(
            to,
            names -> {
              names.remove(from);
              names.put(to, moved);
            });
      }
      case Entry.Linked(Path from, Path to) -> {
        Inode linked = seen.get(from);
        name(to, names -> names.put(to, linked));
      }
      case Entry.Removed(Path path) -> name(path, names -> names.remove(path));
      case Entry.Noted noted -> {}
    }
  }

  private void open(Entry.Opened opened) {
    Path path = opened.path();
    open.put(opened.file(), path);
    if (Files.isDirectory(path)) {
      return;
    }
    if (!seen.containsKey(path)) {
      Inode made = new Inode(new byte[0]);
      name(path, names -> names.put(path, made));
    }
    files.put(opened.file(), seen.get(path));
    if (opened.isEmptied()) {
      seen.get(path).resize(0);
    }
  }

  private void name(Path path, Consumer<Map<Path, Inode>> change) {
    change.accept(seen);
    unsynced.add(new Naming(path.getParent(), change));
  }

  private void sync(int file) {
    if (files.containsKey(file)) {
      files.get(file).sync();
    } else {
      Path synced = open.get(file);
      unsynced.stream()
          .filter(naming -> naming.parent.equals(synced))
          .forEach(naming -> naming.change.accept(kept));
      unsynced.removeIf(naming -> naming.parent.equals(synced));
    }
  }

  /// What may be there after the power failed now. What is shared in memory never is.
  Snapshot afterPowerLoss(Random random) {
    int luck = LUCK[random.nextInt(LUCK.length)];
    Map<Path, Inode> names = new HashMap<>(kept);
    unsynced
        .subList(0, random.nextInt(unsynced.size() + 1))
        .forEach(naming -> naming.change.accept(names));
    Map<Path, byte[]> contents = new TreeMap<>();
    names.forEach(
        (path, inode) -> contents.put(folder.relativize(path), inode.afterPowerLoss(random, luck)));
    contents.keySet().removeIf(path -> path.toString().endsWith("-shm"));
    return new Snapshot(contents);
  }
}
