package org.tidings.feed.local;

import java.io.ByteArrayOutputStream;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tidings.feed.json.Json;
import org.tidings.feed.json.JsonException;
import org.tidings.feed.json.JsonObject;
import org.tidings.feed.json.JsonWriter;
import org.tidings.feed.ref.FeedId;
import org.tidings.feed.store.Database;
import org.tidings.feed.store.Durability;
import org.tidings.feed.store.Row;
import org.tidings.feed.store.Tx;

/// What was finished but is not signed yet, so that it can still be taken back. On disk before
/// [#add] returns, and there until it is signed or taken back: after a crash it is found again.
/// Thread-safe.
public final class Outbox {

  private static final int ID_BYTES = 32;

  private final Database database;
  private final InstantSource clock;

  public Outbox(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  /// Adds an entry, whose number is ignored, and returns it with its own. What stays behind in the
  /// drafts is saved in the same transaction, so that no word is ever in both or in neither.
  ///
  /// @param drafts texts by their places; an empty one removes the draft
  public OutboxEntry add(OutboxEntry entry, Map<String, String> drafts) {
    long number =
        database.write(
            Durability.FULL,
            tx -> {
              save(tx, drafts);
              return insert(tx, entry);
            });
    return new OutboxEntry(number, entry.dueMs(), entry.place(), entry.recipients(), entry.posts());
  }

  private static long insert(Tx tx, OutboxEntry entry) {
    long number =
        tx.insert(
            "INSERT INTO outbox (due, place, recipients) VALUES (?, ?, ?)",
            entry.dueMs(),
            entry.place(),
            bytes(entry.recipients()));
    int at = 0;
    for (JsonObject post : entry.posts()) {
      tx.update(
          "INSERT INTO outbox_posts (entry, number, content) VALUES (?, ?, ?)",
          number,
          at++,
          JsonWriter.compactText(post));
    }
    return number;
  }

  /// Everything in it, what is due first at the front.
  public List<OutboxEntry> all() {
    return database.read(
        tx ->
            tx.list(
                "SELECT entry, due, place, recipients FROM outbox ORDER BY due, entry",
                row -> entry(tx, row)));
  }

  private void save(Tx tx, Map<String, String> drafts) {
    drafts.forEach((place, text) -> Drafts.put(tx, place, text, clock.millis()));
  }

  /// Takes an entry back, and saves these drafts in the same transaction. Empty when it is signed
  /// already; then the drafts stay as they are.
  ///
  /// @param drafts texts by their places; an empty one removes the draft
  public Optional<OutboxEntry> takeBack(long number, Map<String, String> drafts) {
    return database.write(
        Durability.FULL,
        tx -> {
          Optional<OutboxEntry> found =
              tx.one(
                  "SELECT entry, due, place, recipients FROM outbox WHERE entry = ?",
                  row -> entry(tx, row),
                  number);
          if (remove(tx, number)) {
            save(tx, drafts);
          }
          return found;
        });
  }

  /// Within the transaction that signs it. Returns whether it was still there.
  public static boolean remove(Tx tx, long number) {
    tx.update("DELETE FROM outbox_posts WHERE entry = ?", number);
    return tx.update("DELETE FROM outbox WHERE entry = ?", number) == 1;
  }

  private static OutboxEntry entry(Tx tx, Row row) {
    long number = row.number(1);
    List<JsonObject> posts =
        tx.list(
            "SELECT content FROM outbox_posts WHERE entry = ? ORDER BY number",
            post -> read(post.text(1)),
            number);
    return new OutboxEntry(number, row.number(2), row.text(3), feeds(row.bytes(4)), posts);
  }

  private static JsonObject read(String content) {
    try {
      return Json.parse(content).asObject().orElseGet(() -> remains(content));
    } catch (JsonException damaged) {
      return remains(content);
    }
  }

  /// What was damaged on disk is given back letter by letter, for its author to find the words in.
  private static JsonObject remains(String content) {
    return JsonObject.builder().put("type", "post").put("text", content).build();
  }

  private static byte[] bytes(List<FeedId> feeds) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(feeds.size() * ID_BYTES);
    feeds.forEach(feed -> bytes.writeBytes(feed.bytes()));
    return bytes.toByteArray();
  }

  private static List<FeedId> feeds(byte[] bytes) {
    List<FeedId> feeds = new ArrayList<>();
    for (int at = 0; at < bytes.length; at += ID_BYTES) {
      feeds.add(FeedId.of(Arrays.copyOfRange(bytes, at, at + ID_BYTES)));
    }
    return feeds;
  }
}
