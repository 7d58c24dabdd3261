package org.tidings.feed.index;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tidings.feed.content.Encrypted;
import org.tidings.feed.content.Post;
import org.tidings.feed.index.Absence.Reason;
import org.tidings.feed.json.JsonException;
import org.tidings.feed.json.JsonObject;
import org.tidings.feed.message.Message;
import org.tidings.feed.message.MessageCodec;
import org.tidings.feed.message.StoredForm;
import org.tidings.feed.ref.FeedId;
import org.tidings.feed.ref.MessageId;
import org.tidings.feed.store.Row;
import org.tidings.feed.store.Tx;

/// Finds out why a message is not shown: looks where it may be stored, and, where it is not, for a
/// reply that tells who wrote it, as Patchwork's do in the field `reply`. Confined to one
/// transaction.
final class AbsenceReader {

  /// So many of the newest replies are asked.
  private static final int ASKED = 20;

  /// So many of the forks found last are looked at.
  private static final int FORKS = 100;

  private static final String REPLIES =
      "SELECT m.wire, o.content FROM (SELECT arrival, shown FROM posts WHERE thread ="
          + " (SELECT thread FROM threads WHERE root = ?1) UNION ALL"
          + " SELECT arrival, shown FROM private_posts WHERE root = ?1"
          + " ORDER BY shown DESC, arrival DESC LIMIT ?2) r CROSS JOIN messages m USING (arrival)"
          + " LEFT JOIN opened o ON m.type = '' AND o.arrival = m.arrival WHERE"
          + Reading.unblocked("m.feed");

  private final Reading reading;
  private final PostReader posts;
  private final Tx tx;

  /// Who wrote those that were refused; read when it is first asked for.
  private @Nullable Map<MessageId, FeedId> forks;

  AbsenceReader(Reading reading, PostReader posts, Tx tx) {
    this.reading = reading;
    this.posts = posts;
    this.tx = tx;
  }

  /// Why the message of this id, of which no post is shown, is not.
  Absence of(MessageId message) {
    return stored(message)
        .or(() -> early(message))
        .or(() -> refused(message))
        .or(() -> named(message).map(this::by))
        .orElse(Absence.UNKNOWN);
  }

  private Optional<Absence> stored(MessageId message) {
    return tx.one(
            "SELECT m.feed FROM messages m WHERE " + StoredWire.hasId("?1"),
            row -> row.integer(1),
            message.bytes())
        .flatMap(feed -> reading.numbers().find(feed))
        .map(author -> Absence.of(stored(message, author), posts.byline(author)));
  }

  private Reason stored(MessageId message, FeedId author) {
    if (reading.graph().hops(author).isBlocked()) {
      return Reason.BLOCKED;
    }
    return posts.said(message).map(this::whyNot).orElse(Reason.DAMAGED);
  }

  private Reason whyNot(PostReader.Said said) {
    return switch (said.content()) {
      case Post post when said.isPrivate() -> Reason.PRIVATE;
      case Post post -> isMuted(said.author()) ? Reason.MUTED : Reason.OPEN;
      case Encrypted encrypted -> Reason.SEALED;
      default -> Reason.NO_POST;
    };
  }

  private boolean isMuted(FeedId feed) {
    return isIn("muted_feeds", feed);
  }

  private boolean isIn(String table, FeedId feed) {
    return tx.one("SELECT 1 FROM " + table + " WHERE feed = ?", row -> true, reading.numberOf(feed))
        .isPresent();
  }

  private Optional<Absence> early(MessageId message) {
    return tx.one("SELECT feed FROM early WHERE id = ?", row -> row.integer(1), message.bytes())
        .flatMap(feed -> reading.numbers().find(feed))
        .map(
            author ->
                Absence.of(
                    reading.graph().hops(author).isBlocked() ? Reason.BLOCKED : Reason.EARLY,
                    posts.byline(author)));
  }

  private Optional<Absence> refused(MessageId message) {
    if (forks == null) {
      forks = forks();
    }
    return Optional.ofNullable(forks.get(message))
        .map(author -> Absence.of(Reason.REFUSED, posts.byline(author)));
  }

  private Map<MessageId, FeedId> forks() {
    Map<MessageId, FeedId> found = new HashMap<>();
    tx.list("SELECT wire FROM fork_proofs ORDER BY found DESC LIMIT ?", row -> row.bytes(1), FORKS)
        .forEach(
            wire -> {
              if (MessageCodec.decode(wire) instanceof Message fork) {
                found.putIfAbsent(fork.id(), fork.author());
              }
            });
    return found;
  }

  /// Who wrote it, by what a reply says.
  private Optional<FeedId> named(MessageId message) {
    return tx.list(REPLIES, AbsenceReader::content, message.bytes(), ASKED).stream()
        .flatMap(Optional::stream)
        .flatMap(reply -> author(reply, message).stream())
        .findFirst();
  }

  /// What the reply says, private or in the open.
  private static Optional<JsonObject> content(Row row) {
    byte[] opened = row.bytes(2);
    if (opened.length > 0) {
      return StoredEntries.parse(opened);
    }
    try {
      return StoredForm.content(row.bytes(1)).asObject();
    } catch (JsonException damaged) {
      return Optional.empty();
    }
  }

  private static Optional<FeedId> author(JsonObject reply, MessageId message) {
    return reply
        .object("reply")
        .flatMap(authors -> authors.string(message.toString()))
        .flatMap(FeedId::parse);
  }

  private Absence by(FeedId author) {
    return Absence.of(reasonOf(author), posts.byline(author));
  }

  private Reason reasonOf(FeedId author) {
    if (reading.graph().hops(author).isBlocked()) {
      return Reason.BY_BLOCKED;
    }
    if (isIn("drops", author)) {
      return Reason.BY_DROPPED;
    }
    return reading.graph().wants(author) ? Reason.AWAITED : Reason.BEYOND_REACH;
  }
}
