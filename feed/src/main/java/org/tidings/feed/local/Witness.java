package org.tidings.feed.local;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.OptionalLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tidings.crypto.key.DurableFile;
import org.tidings.feed.ref.FeedId;
import org.tidings.feed.store.StoreException;

/// A file outside the data folder that remembers how far our feed has been let out, so that an
/// older state of the folder is noticed. One for each identity; its owner alone may read it.
/// Thread-safe.
public final class Witness {

  private static final Logger log = LoggerFactory.getLogger(Witness.class);

  private final Path folder;
  private final Path file;
  private final FeedId feed;

  /// The witness of this feed in the state folder.
  public Witness(Path stateFolder, FeedId feed) {
    this.folder = stateFolder;
    this.file = stateFolder.resolve("witness-" + HexFormat.of().formatHex(feed.bytes(), 0, 8));
    this.feed = feed;
  }

  /// Whether our feed was once let out further than `head`. What cannot be read might say so.
  public boolean isAheadOf(long head) {
    return released().orElse(Long.MAX_VALUE) > head;
  }

  /// How far our feed was once let out; empty where that cannot be read.
  public OptionalLong released() {
    try {
      String[] words = Files.readString(file).strip().split(" ", -1);
      boolean ours = words.length == 2 && words[0].equals(feed.toString());
      return ours ? OptionalLong.of(Long.parseLong(words[1])) : OptionalLong.empty();
    } catch (NoSuchFileException nothingYet) {
      return OptionalLong.of(0);
    } catch (IOException | NumberFormatException unreadable) {
      log.warn("the witness {} cannot be read", file, unreadable);
      return OptionalLong.empty();
    }
  }

  /// Remembers durably; returns once that is on disk.
  public void remember(long released) {
    try {
      Files.createDirectories(folder);
      String text = feed + " " + released + "\n";
      DurableFile.replace(file, text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException failure) {
      throw StoreException.ofFile(
          "The file " + file + " cannot be written; it guards your feed against forking.",
          file,
          failure);
    }
  }
}
