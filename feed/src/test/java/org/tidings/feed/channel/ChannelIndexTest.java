package org.tidings.feed.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidings.feed.SomeFeed;
import org.tidings.feed.content.Post;
import org.tidings.feed.index.Entry;
import org.tidings.feed.index.Meaning;
import org.tidings.feed.index.Placement;
import org.tidings.feed.index.Tables;
import org.tidings.feed.message.Message;
import org.tidings.feed.ref.MessageId;
import org.tidings.feed.store.Durability;
import org.tidings.feed.store.TempDatabase;
import org.tidings.feed.store.Tx;

/// Which posts are marked as the last of their authors.
class ChannelIndexTest {

  private static final int ANN = 1;
  private static final int BOB = 2;

  private final SomeFeed ann = SomeFeed.of("ann");
  private final MessageId root = ann.post("root").id();
  private final List<Entry> entries = new ArrayList<>();
  private final ChannelIndex index = new ChannelIndex(Tables.LIVE);
  private TempDatabase temp;

  @BeforeEach
  void create(@TempDir Path folder) {
    temp = new TempDatabase(folder);
    write(tx -> tx.script(Tables.LIVE.in(index.schema())));
  }

  @AfterEach
  void close() {
    temp.close();
  }

  private Entry apply(int feed, String text, long shown) {
    Message message = ann.write(Post.reply(text, root, List.of(root)).toJson());
    Meaning meaning = Meaning.inTheOpen(message.content());
    Placement placement = new Placement(shown, shown);
    Entry entry = new Entry(entries.size() + 1, placement, feed, message, meaning);
    entries.add(entry);
    write(tx -> index.apply(tx, entry));
    return entry;
  }

  private void write(Consumer<Tx> change) {
    temp.database()
        .write(
            Durability.NORMAL,
            tx -> {
              change.accept(tx);
              return true;
            });
  }

  private void remove(Entry entry) {
    write(tx -> index.remove(tx, entry));
  }

  private List<Long> last() {
    return temp.database()
        .read(
            tx ->
                tx.list(
                    "SELECT arrival FROM channel_posts WHERE last = 1 ORDER BY arrival",
                    row -> row.number(1)));
  }

  @Test
  void theNewestOfEachAuthorIsMarked() {
    apply(ANN, "#tea", 10);
    apply(ANN, "#tea", 30);
    apply(BOB, "#tea", 20);
    apply(ANN, "#tea", 15);
    assertThat(last()).containsExactly(2L, 3L);
  }

  @Test
  void theOneBeforeIsMarkedWhenTheNewestGoes() {
    Entry first = apply(ANN, "#tea", 10);
    Entry second = apply(ANN, "#tea", 20);
    apply(BOB, "#tea", 15);
    Entry third = apply(ANN, "#tea", 30);
    remove(third);
    assertThat(last()).containsExactly(2L, 3L);
    remove(first);
    assertThat(last()).containsExactly(2L, 3L);
    remove(second);
    assertThat(last()).containsExactly(3L);
  }

  @Test
  void whatIsTakenInTwiceIsMarkedOnce() {
    Entry entry = apply(ANN, "#tea", 10);
    write(tx -> index.apply(tx, entry));
    assertThat(last()).containsExactly(1L);
  }

  /// Or one post would leave thousands of rows.
  @Test
  void aNameOfManyPartsIsFoundByTheFirstOfThem() {
    Entry entry = apply(ANN, "#a-b-c-d-e-f #x-------------------------y", 10);
    assertThat(people())
        .hasSize(8)
        .contains("a-b-c-d-e-f 1", "b-c-d-e-f 1", "c-d-e-f 1", "d-e-f 1");
    remove(entry);
    assertThat(people()).isEmpty();
  }

  private List<String> people() {
    return temp.database()
        .read(
            tx ->
                tx.list(
                    "SELECT word || ' ' || people FROM channel_words JOIN channels USING (channel)"
                        + " ORDER BY word",
                    row -> row.text(1)));
  }

  @Test
  void whoIsInAChannelIsCountedOnceUntilNothingOfThemIsLeft() {
    Entry first = apply(ANN, "#green_tea", 10);
    Entry second = apply(ANN, "#green_tea", 20);
    Entry bobs = apply(BOB, "#green_tea", 15);
    write(tx -> index.apply(tx, bobs));
    assertThat(people()).containsExactly("green-tea 2", "tea 2");
    remove(second);
    assertThat(people()).containsExactly("green-tea 2", "tea 2");
    remove(first);
    assertThat(people()).containsExactly("green-tea 1", "tea 1");
    remove(bobs);
    assertThat(people()).isEmpty();
    write(
        tx -> assertThat(tx.list("SELECT word FROM channel_words", row -> row.text(1))).isEmpty());
  }
}
