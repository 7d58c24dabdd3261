package org.tidings.feed.index;

import java.util.Optional;
import org.tidings.feed.content.Content;
import org.tidings.feed.content.ContentParser;
import org.tidings.feed.content.Post;
import org.tidings.feed.json.Json;
import org.tidings.feed.json.JsonException;
import org.tidings.feed.ref.MessageId;
import org.tidings.feed.store.Row;
import org.tidings.feed.store.Tx;

/// Makes posts out of rows, with names and votes; leaves out blocked authors. Confined to one
/// transaction.
final class PostReader {

  private static final String SELECT =
      "SELECT id, feed, claimed, received, arrival, wire FROM messages WHERE "
          + Reading.unblocked("messages.feed")
          + "AND ";

  private final Reading reading;
  private final Tx tx;
  private final BylineReader bylines;

  PostReader(Reading reading, Tx tx) {
    this.reading = reading;
    this.tx = tx;
    this.bylines = new BylineReader(reading, tx);
  }

  Optional<PostView> at(long arrival) {
    return tx.one(SELECT + "arrival = ?", this::view, arrival).flatMap(found -> found);
  }

  Optional<PostView> find(MessageId id) {
    return tx.one(
            SELECT + "substr(id, 1, 8) = substr(?1, 1, 8) AND id = ?1", this::view, id.bytes())
        .flatMap(found -> found);
  }

  private Optional<PostView> view(Row row) {
    MessageId id = MessageId.of(row.bytes(1));
    Byline by = bylines.of(reading.numbers().idOf(row.integer(2)));
    Times times = new Times(row.real(3), row.number(4), row.number(5));
    return content(row.bytes(6)) instanceof Post post
        ? Optional.of(new PostView(id, by, post, times, votes(id)))
        : Optional.empty();
  }

  private static Content content(byte[] wire) {
    try {
      Json content = Json.parse(wire).asObject().orElseThrow().get("content").orElseThrow();
      return ContentParser.parse(content);
    } catch (JsonException damaged) {
      throw new IllegalStateException("a stored message cannot be read", damaged);
    }
  }

  private Votes votes(MessageId target) {
    return tx.one(
            "SELECT coalesce(sum(value > 0), 0), coalesce(sum(value < 0), 0),"
                + " coalesce(max(CASE feed WHEN ?2 THEN value END), 0)"
                + " FROM votes WHERE target = ?1 AND"
                + Reading.unblocked("votes.feed"),
            row -> new Votes(row.integer(1), row.integer(2), row.integer(3)),
            target.bytes(),
            reading.self())
        .orElse(Votes.NONE);
  }
}
