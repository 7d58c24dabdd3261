package org.tidings.feed.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tidings.feed.OnFreshFeeds;
import org.tidings.feed.SomeFeed;

/// A bit flipped in what a row says beside bytes that are right.
class DamagedBesideTest extends OnFreshFeeds {

  private final SomeFeed ann = SomeFeed.of("ann");

  @BeforeEach
  void fill() {
    ann.post("apple");
    ann.post("pear");
    ann.post("plum");
    store(ann);
    temp.settled();
  }

  private void salvage() {
    feeds.close();
    Salvage salvage = new Salvage(temp.folder());
    assertThat(salvage.run()).first().asString().contains("3 messages").contains("none is known");
    reopen();
    assertThat(feeds.log().damaged()).isEmpty();
    assertThat(feeds.log().head(ann.id()).orElseThrow().sequence().value()).isEqualTo(3);
  }

  private List<String> all(String column) {
    return temp.read(
        tx ->
            tx.list(
                "SELECT DISTINCT coalesce(" + column + ", 'none') FROM messages",
                row -> row.text(1)));
  }

  @Test
  void inTheTypeCostsASalvageNothing() {
    temp.change("UPDATE messages SET type = 'qost' WHERE sequence = 2");
    salvage();
    assertThat(all("type")).containsExactly("post");
  }

  /// A NULL that becomes a 0 is one bit.
  @Test
  void inTheTimeItIsPlacedByCostsASalvageNothing() {
    temp.change("UPDATE messages SET shown = 0 WHERE sequence = 2");
    salvage();
    assertThat(all("shown")).containsExactly("none");
  }

  @Test
  void inTheTimeItIsPlacedByIsNoticedAndMended() {
    temp.change("UPDATE messages SET shown = 0 WHERE sequence = 2");
    assertThat(feeds.doctor().examine(Depth.MESSAGES, Progress.IGNORED).damage()).isNotEmpty();
    feeds.doctor().repair(Depth.MESSAGES, Progress.IGNORED);
    temp.settled();
    assertThat(all("shown")).containsExactly("none");
    assertThat(feeds.log().damaged()).isEmpty();
    assertThat(feeds.doctor().examine(Depth.INDEXES, Progress.IGNORED).damage()).isEmpty();
  }
}
