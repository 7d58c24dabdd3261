package org.tidings.feed.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tidings.feed.OnFreshFeeds;
import org.tidings.feed.SomeFeed;

/// A bit flipped in what a row says beside bytes that are right.
class DamagedTypeTest extends OnFreshFeeds {

  @Test
  void costsASalvageNothing() {
    SomeFeed ann = SomeFeed.of("ann");
    ann.post("apple");
    ann.post("pear");
    ann.post("plum");
    store(ann);
    temp.settled();
    temp.change("UPDATE messages SET type = 'qost' WHERE sequence = 2");
    feeds.close();
    Salvage salvage = new Salvage(temp.folder());
    assertThat(salvage.run()).first().asString().contains("3 messages").contains("none is known");
    reopen();
    assertThat(feeds.log().damaged()).isEmpty();
    assertThat(feeds.log().head(ann.id()).orElseThrow().sequence().value()).isEqualTo(3);
    List<String> types =
        temp.read(tx -> tx.list("SELECT DISTINCT type FROM messages", row -> row.text(1)));
    assertThat(types).containsExactly("post");
  }
}
