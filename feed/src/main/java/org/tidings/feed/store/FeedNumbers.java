package org.tidings.feed.store;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.tidings.feed.ref.FeedId;

/// The table `feeds`: other rows speak of feeds by a small number. All of it is kept in memory,
/// which grows with feeds, not with messages. Thread-safe; numbers are given out on the writer's
/// thread only and never twice, not even after a transaction was undone.
public final class FeedNumbers implements Memory {

  /// How much of an id people are shown, with its sigil.
  public static final int SHORT_ID = 9;

  private static final int FEW = 16;
  private static final int MANY = 1_000_000;

  private volatile Map<FeedId, Integer> numbers = new ConcurrentHashMap<>();
  private volatile FeedId[] ids = new FeedId[64];
  private int next = 1;

  /// Reads all there are, once when the store opens.
  public void load(Database database) {
    database.read(
        tx -> {
          reload(tx);
          return true;
        });
  }

  @Override
  public void reload(Tx tx) {
    // Else most of the time goes into growing.
    long last = tx.one("SELECT max(feed) FROM feeds", row -> row.number(1)).orElse(0L);
    Map<FeedId, Integer> found = new ConcurrentHashMap<>(Math.clamp(last, FEW, MANY));
    tx.each(
        "SELECT feed, id FROM feeds",
        row -> remember(found, FeedId.of(row.bytes(2)), row.integer(1)));
    numbers = found;
  }

  /// The number of a feed, given out now if it has none. Only on the writer's thread.
  public int numberOf(Tx tx, FeedId feed) {
    Integer known = numbers.get(feed);
    if (known != null) {
      return known;
    }
    int number = next;
    tx.update("INSERT INTO feeds (feed, id) VALUES (?, ?)", number, feed.bytes());
    remember(numbers, feed, number);
    return number;
  }

  /// The number of a feed, if it has one.
  public OptionalInt known(FeedId feed) {
    Integer number = numbers.get(feed);
    return number == null ? OptionalInt.empty() : OptionalInt.of(number);
  }

  /// At most `limit` feeds whose ids begin so, as text; none where that is shorter than what people
  /// are shown of an id.
  public List<FeedId> beginning(String text, int limit) {
    if (!text.startsWith("@") || text.length() < SHORT_ID) {
      return List.of();
    }
    return numbers.keySet().stream()
        .filter(id -> id.toString().startsWith(text))
        .limit(limit)
        .toList();
  }

  /// Whether the id of some feed begins so, but this is too short for [#beginning].
  public boolean beginsTooShort(String text) {
    return text.length() > 1
        && text.length() < SHORT_ID
        && text.startsWith("@")
        && numbers.keySet().stream().anyMatch(id -> id.toString().startsWith(text));
  }

  /// The feed with a number that was read from the database.
  ///
  /// @throws IllegalArgumentException when none has it: the row that names it is damaged
  public FeedId idOf(int number) {
    return find(number)
        .orElseThrow(() -> new IllegalArgumentException("no feed has number " + number));
  }

  /// The feed with a number that may be damaged.
  public Optional<FeedId> find(long number) {
    FeedId[] known = ids;
    return number < 0 || number >= known.length
        ? Optional.empty()
        : Optional.ofNullable(known[(int) number]);
  }

  /// Marks a feed "kept by import": wanted by the person, whatever the hops say.
  public void keep(Tx tx, FeedId feed) {
    tx.update("UPDATE feeds SET kept_by_import = 1 WHERE feed = ?", numberOf(tx, feed));
  }

  /// Takes the mark away.
  public void keepNoMore(Tx tx, FeedId feed) {
    tx.update("UPDATE feeds SET kept_by_import = 0 WHERE feed = ?", numberOf(tx, feed));
  }

  /// The feeds so marked.
  public Set<FeedId> kept(Tx tx) {
    return Set.copyOf(
        tx.list("SELECT feed FROM feeds WHERE kept_by_import", row -> idOf(row.integer(1))));
  }

  private void remember(Map<FeedId, Integer> known, FeedId feed, int number) {
    FeedId[] grown = ids;
    if (number >= grown.length) {
      grown = Arrays.copyOf(grown, Math.max(number + 1, grown.length * 2));
    }
    grown[number] = feed;
    ids = grown;
    known.put(feed, number);
    next = Math.max(next, number + 1);
  }
}
