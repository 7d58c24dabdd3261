package org.tidings.feed.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tidings.feed.OnFreshFeeds;
import org.tidings.feed.SomeFeed;
import org.tidings.feed.store.Database;
import org.tidings.feed.store.StoreException;

/// One bit flipped in the number of the last message of a feed, in its row or in the index of
/// places: nobody is told that the feed goes on to where that says.
class FlippedPlaceTest extends OnFreshFeeds {

  private static final int PAGE = 4_096;
  private static final int MANY = 40;
  private static final byte BIT = 64;

  private static final String LAST_ROW = "SELECT max(sequence) FROM messages NOT INDEXED";
  private static final String LAST_PLACE =
      "SELECT sequence FROM messages INDEXED BY messages_by_feed"
          + " ORDER BY feed DESC, sequence DESC LIMIT 1";

  private final SomeFeed ann = SomeFeed.of("ann");

  private Salvage salvaged(String tree, String last) throws IOException {
    for (int i = 1; i <= MANY; i++) {
      ann.post("number " + i);
    }
    store(ann);
    temp.settled().close();
    flip(temp.folder().resolve(Database.FILE), tree, last);
    return new Salvage(temp.folder());
  }

  /// 0 where the file can be read no more.
  private static long number(Path file, String question) {
    try {
      return Database.inspect(file, tx -> tx.one(question, row -> row.number(1))).orElse(0L);
    } catch (StoreException unreadable) {
      return 0;
    }
  }

  /// Flips the bit in that byte of the tree by which the last message has another number.
  private static void flip(Path file, String tree, String last) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    List<Integer> pages =
        Database.inspect(
            file,
            tx ->
                tx.list(
                    "SELECT pageno FROM dbstat WHERE name = ? AND pagetype = 'leaf'",
                    row -> row.integer(1),
                    tree));
    for (int page : pages) {
      for (int at = (page - 1) * PAGE; at < page * PAGE; at++) {
        if (bytes[at] == MANY) {
          bytes[at] ^= BIT;
          Files.write(file, bytes);
          if (number(file, last) == MANY + BIT) {
            return;
          }
          bytes[at] ^= BIT;
        }
      }
    }
    throw new IllegalStateException("no such byte in " + tree);
  }

  @Test
  void inTheRowItCostsThatMessage() throws IOException {
    Salvage salvage = salvaged("messages", LAST_ROW);
    assertThat(salvage.run()).first().asString().contains("is fetched again");
    assertThat(salvage.missing()).isEqualTo(Map.of(ann.id(), 1L));
  }

  @Test
  void inTheIndexItCostsNothing() throws IOException {
    Salvage salvage = salvaged("messages_by_feed", LAST_PLACE);
    assertThat(salvage.run()).first().asString().contains("none is known to be missing");
    assertThat(salvage.missing()).isEmpty();
  }
}
