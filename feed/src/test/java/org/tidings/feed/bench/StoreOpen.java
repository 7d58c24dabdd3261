package org.tidings.feed.bench;

import java.nio.file.Path;
import org.tidings.feed.Feeds;
import org.tidings.feed.index.TimelineFilter;
import org.tidings.feed.index.TimelineKey;

/// A program of its own that opens a store and asks for the first page of home, once, and says how
/// many milliseconds each took.
public final class StoreOpen {
  private static final int PAGE = 50;

  private StoreOpen() {}

  /// `FOLDER`: where the data folder and the state folder lie.
  public static void main(String[] arguments) {
    long start = System.nanoTime();
    try (Feeds feeds = StoreQueries.open(Path.of(arguments[0]))) {
      long opened = System.nanoTime();
      feeds.timeline().home(TimelineFilter.IN_REACH, TimelineKey.TOP, PAGE);
      long shown = System.nanoTime();
      System.out.printf(
          "opened in %.0f ms, first page %.0f ms later%n",
          (opened - start) / 1e6, (shown - opened) / 1e6);
    }
  }
}
