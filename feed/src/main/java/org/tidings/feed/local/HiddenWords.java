package org.tidings.feed.local;

import java.util.List;
import java.util.function.Function;
import org.tidings.feed.event.FeedEvent;
import org.tidings.feed.event.FeedEvents;
import org.tidings.feed.store.Database;
import org.tidings.feed.store.Durability;
import org.tidings.feed.store.Tx;
import org.tidings.feed.text.Words;

/// Words the person would rather not come across: posts of others with one of them are marked with
/// it when they are read, and nobody learns of it. Thread-safe.
public final class HiddenWords {

  private final Database database;
  private final FeedEvents events;

  /// `events` tell that there is something else to see.
  public HiddenWords(Database database, FeedEvents events) {
    this.database = database;
    this.events = events;
  }

  /// Hides a word, or several that follow each other; case and accents do not matter. Returns
  /// whether there is any word in that.
  public boolean add(String word) {
    String folded = folded(word);
    if (!folded.isEmpty()) {
      change(
          tx -> {
            remove(tx, folded);
            return tx.update(
                "INSERT INTO hidden_words (folded, word) VALUES (?, ?)", folded, word.strip());
          });
    }
    return !folded.isEmpty();
  }

  public void remove(String word) {
    change(tx -> remove(tx, folded(word)));
  }

  /// Earlier versions of the program folded otherwise: what counts is the word as it was typed.
  private static int remove(Tx tx, String folded) {
    List<String> typed =
        tx.list("SELECT word FROM hidden_words", row -> row.text(1)).stream()
            .filter(word -> folded(word).equals(folded))
            .toList();
    typed.forEach(word -> tx.update("DELETE FROM hidden_words WHERE word = ?", word));
    return typed.size();
  }

  private static String folded(String word) {
    return Words.indexed(word).strip();
  }

  private void change(Function<Tx, Integer> change) {
    database.write(Durability.FULL, change::apply);
    events.tell(new FeedEvent.GraphChanged());
  }

  /// All of them as they were typed.
  public List<String> all() {
    return database.read(
        tx -> tx.list("SELECT word FROM hidden_words ORDER BY folded", row -> row.text(1)));
  }
}
