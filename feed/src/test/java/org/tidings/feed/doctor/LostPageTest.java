package org.tidings.feed.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tidings.feed.OnFreshFeeds;
import org.tidings.feed.SomeFeed;
import org.tidings.feed.content.Post;
import org.tidings.feed.index.IndexDump;
import org.tidings.feed.index.TimelineFilter;
import org.tidings.feed.index.TimelineKey;
import org.tidings.feed.local.Bookmarks.Bookmark;
import org.tidings.feed.local.Invites.Invite;
import org.tidings.feed.local.OutboxEntry;
import org.tidings.feed.local.PeerRecord;
import org.tidings.feed.log.PublishRefused;
import org.tidings.feed.message.Sequence;
import org.tidings.feed.ref.BlobId;
import org.tidings.feed.ref.FeedId;
import org.tidings.feed.ref.MessageId;
import org.tidings.feed.store.Database;

/// Whichever page of a store is lost: nothing is lost but what was on it.
class LostPageTest extends OnFreshFeeds {

  private static final int PAGE = 4_096;
  private static final int DRAFTS = 60;
  private static final int REPLIES = 60;
  private static final String CLOCKS = "clocks";

  private final SomeFeed ann = SomeFeed.of("ann");
  private final SomeFeed bob = SomeFeed.of("bob");

  /// How many rows of which table lie on a page.
  private record Rows(String table, int count) {}

  private void fill() throws PublishRefused {
    ann.name(ann.id(), "Ann");
    MessageId root = ann.post("root").id();
    MessageId other = bob.post("another root").id();
    store(ann, bob);
    for (int i = 0; i < 3; i++) {
      feeds.publisher().publish(Post.root("mine " + i).toJson());
    }
    feeds.gate().release(new Sequence(3));
    for (int i = 0; i < DRAFTS; i++) {
      feeds.drafts().save("thread:" + i, ("half a thought, number " + i + " ").repeat(10));
    }
    feeds.drafts().save("post", "a long one ".repeat(1_000));
    feeds.bookmarks().add(new Bookmark(root, 5, "to read"));
    feeds.bookmarks().add(new Bookmark(other, 6, ""));
    feeds.petnames().save(ann.id(), "Annie");
    feeds.hiddenWords().add("politics");
    feeds.strangers().called(ann.id(), 7);
    feeds.mutes().mute(bob.id());
    feeds.mutes().mute(other);
    feeds.readMarks().seen(root, 0);
    feeds.seenMarks().seen("activity", new TimelineKey(3, 0));
    rememberPeers();
    writeForLater();
    temp.change("INSERT INTO fork_proofs SELECT feed, sequence, 5, wire FROM messages LIMIT 1");
    temp.settled().close();
  }

  private void writeForLater() {
    feeds
        .outbox()
        .add(
            new OutboxEntry(
                0, 9, "post", List.of(ann.id(), bob.id()), List.of(Post.root("later").toJson())),
            Map.of());
  }

  private void rememberPeers() {
    feeds
        .peerMemory()
        .save(
            new PeerRecord(
                ann.id(),
                "net:ann:8008~shs:ann",
                "lan",
                true,
                new PeerRecord.History(1, Optional.empty())));
    Map<FeedId, Long> clock = new HashMap<>();
    clock.put(ann.id(), 4L);
    clock.put(bob.id(), 2L);
    feeds.peerMemory().saveClock(ann.id(), clock);
    feeds.wantedBlobs().add(BlobId.of(new byte[32]));
    feeds.invites().add(SomeFeed.of("guest").id(), new Invite(2, "welcome"));
    feeds.copies().told(ann.id(), 1, true);
    feeds.copies().sent(ann.id(), new Sequence(2));
    feeds.copies().arrived(ann.id(), 2);
    feeds.copies().save();
  }

  @Test
  void nothingElseIsLost() throws IOException, PublishRefused {
    fill();
    byte[] sound = Files.readAllBytes(temp.folder().resolve(Database.FILE));
    Map<Integer, Rows> pages = pages(temp.folder());
    assertThat(IndexDump.notes(temp.folder()).get(CLOCKS)).isNotEmpty();
    Map<String, List<String>> notes = notes(temp.folder());
    assertThat(notes).allSatisfy((table, rows) -> assertThat(rows).as(table).isNotEmpty());
    long messages = messages(temp.folder());
    for (int page = 1; page <= sound.length / PAGE; page++) {
      Path folder = Files.createDirectory(temp.folder().resolve("page-" + page));
      byte[] damaged = sound.clone();
      Arrays.fill(damaged, (page - 1) * PAGE, page * PAGE, (byte) 0);
      Files.write(folder.resolve(Database.FILE), damaged);
      List<String> said = new Salvage(folder).run();
      Rows lost = pages.getOrDefault(page, new Rows("", 0));
      assertKept("page " + page + ", " + lost + ": " + said, folder, lost, notes);
      assertThat(messages(folder))
          .as("page " + page + ", " + lost)
          .isGreaterThanOrEqualTo(lost.table.equals("messages") ? messages - lost.count : messages);
    }
  }

  /// It gets the numbers of what is lost, up to which all was seen.
  @Test
  void whatComesAfterTheNewestWereLostIsNew() throws IOException {
    MessageId root = ann.post("root").id();
    for (int i = 0; i < REPLIES; i++) {
      ann.reply("reply " + i, root, root);
    }
    store(ann);
    feeds.readMarks().seen(root, REPLIES + 1);
    feeds.seenMarks().seen("activity", new TimelineKey(1, REPLIES + 1));
    temp.settled().close();
    loseNewestMessages(temp.folder().resolve(Database.FILE));
    new Salvage(temp.folder()).run();
    reopen();
    bob.reply("new", root, root);
    store(bob);
    assertThat(feeds.timeline().home(TimelineFilter.EVERYBODY, TimelineKey.TOP, 1))
        .extracting(thread -> thread.counts().unread())
        .containsExactly(1);
    assertThat(feeds.seenMarks().of("activity").arrival()).isLessThan(REPLIES);
  }

  private static void loseNewestMessages(Path database) throws IOException {
    long page =
        Database.inspect(
                database,
                tx ->
                    tx.one(
                        "SELECT pageno FROM dbstat WHERE name = 'messages' AND pagetype = 'leaf'"
                            + " ORDER BY path DESC LIMIT 1",
                        row -> row.number(1)))
            .orElseThrow();
    try (FileChannel file = FileChannel.open(database, StandardOpenOption.WRITE)) {
      file.write(ByteBuffer.allocate(PAGE), (page - 1) * PAGE);
    }
  }

  private static void assertKept(
      String what, Path folder, Rows lost, Map<String, List<String>> notes) {
    assertThat(IndexDump.notes(folder).get(CLOCKS)).as(what).isEmpty();
    Map<String, List<String>> kept = notes(folder);
    notes.forEach(
        (table, rows) -> {
          List<String> missing = new ArrayList<>(rows);
          List<String> extra = new ArrayList<>(kept.getOrDefault(table, List.of()));
          rows.forEach(extra::remove);
          kept.getOrDefault(table, List.of()).forEach(missing::remove);
          int most = table.equals(lost.table) ? lost.count : 0;
          assertThat(missing).as("%s: missing from %s", what, table).hasSizeLessThanOrEqualTo(most);
          // A long text may have lost its end.
          assertThat(extra).as("%s: odd in %s", what, table).hasSizeLessThanOrEqualTo(most);
        });
  }

  /// A row of which a part lies on a page of its own is lost with that.
  private static Map<Integer, Rows> pages(Path folder) {
    Map<Integer, Rows> pages = new HashMap<>();
    Database.inspect(
        folder.resolve(Database.FILE),
        tx ->
            tx.list(
                "SELECT pageno, name, CASE pagetype WHEN 'overflow' THEN 1 ELSE ncell END"
                    + " FROM dbstat",
                row -> pages.put(row.integer(1), new Rows(row.text(2), row.integer(3)))));
    return pages;
  }

  /// Of the gate only what does not depend on the file: whose it is, and how far that was let out.
  /// Without what peers told of what they have: it may say of what is lost that nothing is missing.
  private static Map<String, List<String>> notes(Path folder) {
    Map<String, List<String>> notes = IndexDump.notes(folder);
    notes.remove(CLOCKS);
    notes.computeIfPresent(
        "gate", (name, rows) -> rows.stream().map(row -> row.substring(0, 72)).toList());
    return notes;
  }

  private static long messages(Path folder) {
    return Database.inspect(
        folder.resolve(Database.FILE),
        tx -> tx.one("SELECT count(*) FROM messages", row -> row.number(1)).orElse(0L));
  }
}
