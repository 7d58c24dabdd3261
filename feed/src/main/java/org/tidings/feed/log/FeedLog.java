package org.tidings.feed.log;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tidings.feed.message.Head;
import org.tidings.feed.message.Sequence;
import org.tidings.feed.ref.FeedId;
import org.tidings.feed.ref.MessageId;
import org.tidings.feed.store.Database;
import org.tidings.feed.store.FeedNumbers;
import org.tidings.feed.store.Row;
import org.tidings.feed.store.Tx;

/// The messages on disk: verified, chained and committed. Thread-safe.
public final class FeedLog {

  final Database database;
  final FeedNumbers numbers;
  final MessageTable messages;
  final Heads heads = new Heads();
  final Quarantine quarantine;
  final Drops drops;

  /// Reads where every feed ends.
  ///
  /// @param self whose feed is never dropped
  public FeedLog(Database database, FeedNumbers numbers, FeedId self) {
    this.database = database;
    this.numbers = numbers;
    this.messages = new MessageTable(numbers);
    this.quarantine = new Quarantine(numbers);
    this.drops = new Drops(numbers, self);
    database.read(
        tx -> {
          messages.eachHead(tx, heads::put);
          quarantine.reload(tx);
          tx.each("SELECT feed, sound FROM quarantine", row -> setBack(tx, row));
          drops.reload(tx);
          return true;
        });
  }

  private void setBack(Tx tx, Row row) {
    numbers
        .find(row.number(1))
        .ifPresent(feed -> heads.end(feed, messages.headAt(tx, row.integer(1), row.number(2))));
  }

  /// At most `limit` feeds known here, with or without messages, whose ids begin so.
  public List<FeedId> beginning(String text, int limit) {
    return numbers.beginning(text, limit);
  }

  /// Whether messages of the feed are damaged and waited for; until then it seems to end before
  /// them.
  public boolean isDamaged(FeedId feed) {
    return quarantine.holds(feed);
  }

  /// The feeds of which that is so.
  public Set<FeedId> damaged() {
    return quarantine.feeds();
  }

  /// The newest sequence of every feed we hold.
  public Map<FeedId, Sequence> heads() {
    return heads.all();
  }

  public Optional<Head> head(FeedId feed) {
    return heads.of(feed);
  }

  /// The sequence of the head; 0 where nothing of the feed is here.
  public long headSequence(FeedId feed) {
    return head(feed).map(head -> head.sequence().value()).orElse(0L);
  }

  /// At most `limit` messages of a feed, upwards from `from`.
  public List<StoredMessage> range(FeedId feed, Sequence from, int limit) {
    return database.read(tx -> messages.range(tx, feed, from, limit));
  }

  public Optional<StoredMessage> get(MessageId id) {
    return database.read(tx -> messages.find(tx, id));
  }

  /// How a message came here; empty where it was written here, came before that was kept, or is not
  /// here.
  public Optional<Origin> originOf(MessageId id) {
    return database.read(tx -> messages.originOf(tx, id));
  }

  /// At most `limit` messages, newest arrival first, those that arrived before number `before`
  /// (start with [Long#MAX_VALUE]).
  public List<StoredMessage> newest(LogFilter filter, long before, int limit) {
    return database.read(tx -> messages.newest(tx, filter, before, limit));
  }

  /// At most `limit` messages in order of arrival, those that arrived after number `after` (start
  /// with 0).
  public List<StoredMessage> oldest(LogFilter filter, long after, int limit) {
    return database.read(tx -> messages.oldest(tx, filter, after, limit));
  }

  /// The number of the first message that arrived at that time, or later (the number after the
  /// newest where there is none).
  ///
  /// @param stamp as [Arrival#stamp], or epoch milliseconds
  /// @param orAfter whether only those count that arrived later
  public long arrivalAt(double stamp, boolean orAfter) {
    return database.read(
        tx -> new ArrivalSearch(tx, messages.lastArrival(tx)).first(stamp, orAfter));
  }

  /// The number of the newest message; 0 where there is none.
  public long lastArrival() {
    return database.read(messages::lastArrival);
  }

  /// How many messages are stored.
  public long count() {
    return heads.messages();
  }

  /// How many messages are here that count again once damaged ones before them have come again.
  public long waiting() {
    return quarantine.feeds().isEmpty()
        ? 0
        : database.read(
            tx ->
                tx.one(
                        "SELECT count(*) FROM quarantine q JOIN messages m USING (feed)"
                            + " WHERE m.sequence > q.sound",
                        row -> row.number(1))
                    .orElse(0L));
  }

  /// How many feeds have at least one message.
  public int feeds() {
    return heads.feeds();
  }
}
