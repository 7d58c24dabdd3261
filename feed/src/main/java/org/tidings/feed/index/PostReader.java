package org.tidings.feed.index;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tidings.feed.content.Content;
import org.tidings.feed.content.ContentParser;
import org.tidings.feed.content.MessageLinks;
import org.tidings.feed.content.Post;
import org.tidings.feed.content.Recipients;
import org.tidings.feed.json.Json;
import org.tidings.feed.json.JsonException;
import org.tidings.feed.json.JsonObject;
import org.tidings.feed.message.Message;
import org.tidings.feed.message.MessageCodec;
import org.tidings.feed.message.StoredForm;
import org.tidings.feed.ref.FeedId;
import org.tidings.feed.ref.MessageId;
import org.tidings.feed.store.Row;
import org.tidings.feed.store.Tx;

/// Makes messages and posts out of rows, with names and votes, private ones as far as they were
/// read; leaves out blocked authors. What is to be shown is compared with its id: where the bytes
/// are not those that were signed, nothing of the message is shown, and it is fetched again.
/// Confined to one transaction.
public final class PostReader {

  private static final String SHARED =
      "SELECT m.id, m.feed, " + Placement.SHOWN + ", m.arrival, o.content, ";

  private static final String FROM =
      " FROM messages m LEFT JOIN opened o ON m.type = '' AND o.arrival = m.arrival WHERE "
          + Reading.unblocked("m.feed")
          + "AND ";

  private static final String WHOLE = SHARED + StoredWire.COLUMNS + FROM;
  private static final String BY_ID = StoredWire.hasId("?1");
  private static final String CONTENT = SHARED + "m.wire, m.claimed" + FROM;

  private final Reading reading;
  private final BylineReader bylines;
  private final VoteReader votes;
  private final WordFilter hidden;
  private final Tx tx;

  /// A message that may be shown.
  ///
  /// @param recipients whom it says it is for; empty in the open
  public record Said(
      MessageId id, FeedId author, Content content, List<FeedId> recipients, Times times) {}

  /// What is shown is called as `reading` says.
  public PostReader(Reading reading, Tx tx) {
    this.reading = reading;
    this.tx = tx;
    this.bylines = new BylineReader(reading, tx);
    this.votes = new VoteReader(reading, tx);
    this.hidden = WordFilter.read(tx);
  }

  /// The post of this arrival number.
  public Optional<PostView> at(long arrival) {
    return said(arrival).flatMap(this::view);
  }

  /// The post of this id.
  public Optional<PostView> find(MessageId id) {
    return said(id).flatMap(this::view);
  }

  /// The post of this arrival number, with what its author knew.
  Optional<ThreadPost> inThread(long arrival) {
    return tx.one(WHOLE + "m.arrival = ?", this::inThread, arrival).flatMap(found -> found);
  }

  /// The post of this id, with what its author knew.
  Optional<ThreadPost> inThread(MessageId id) {
    return tx.one(WHOLE + BY_ID, this::inThread, id.bytes()).flatMap(found -> found);
  }

  /// Whatever arrived under this number.
  public Optional<Said> said(long arrival) {
    return tx.one(WHOLE + "m.arrival = ?", this::compared, arrival).flatMap(found -> found);
  }

  /// The same, as it lies there: for what is not shown, only counted or sorted.
  public Optional<Said> unchecked(long arrival) {
    return tx.one(CONTENT + "m.arrival = ?", this::asItLies, arrival).flatMap(found -> found);
  }

  /// The message of this id.
  public Optional<Said> said(MessageId id) {
    return tx.one(WHOLE + BY_ID, this::compared, id.bytes()).flatMap(found -> found);
  }

  public Byline byline(FeedId feed) {
    return bylines.of(feed);
  }

  /// A message as a post, if it is one.
  public Optional<PostView> view(Said said) {
    return said.content() instanceof Post post
        ? Optional.of(
            new PostView(
                said.id(),
                bylines.of(said.author()),
                post,
                said.times(),
                votes.on(said.id()),
                said.recipients(),
                hiddenBy(said.author(), post)))
        : Optional.empty();
  }

  /// What we wrote ourselves is never hidden from us.
  private Optional<String> hiddenBy(FeedId author, Post post) {
    return author.equals(reading.graph().self()) ? Optional.empty() : hidden.in(post);
  }

  /// Whether the person muted the thread of this post.
  public boolean isThreadMuted(PostView post) {
    return tx.one("SELECT 1 FROM muted_threads WHERE root = ?", row -> true, post.thread().bytes())
        .isPresent();
  }

  private Optional<Said> compared(Row row) {
    return sound(row).map(message -> said(row, message));
  }

  private Optional<ThreadPost> inThread(Row row) {
    return sound(row).flatMap(message -> inThread(row, message));
  }

  private Optional<ThreadPost> inThread(Row row, Message message) {
    Set<MessageId> before =
        MessageLinks.in(opened(row).<Json>map(said -> said).orElse(message.content()));
    message.previous().ifPresent(before::add);
    return view(said(row, message)).map(post -> new ThreadPost(post, before));
  }

  /// The message of this row, if the bytes are those that were signed.
  private Optional<Message> sound(Row row) {
    Optional<FeedId> author = reading.numbers().find(row.number(2));
    if (author.isPresent()
        && MessageCodec.decode(StoredWire.of(row, 6)) instanceof Message message
        && message.is(row.bytes(1), author.get(), row.number(7))) {
      return Optional.of(message);
    }
    author.ifPresent(feed -> reading.distrust().accept(feed, Math.max(0, row.number(7) - 1)));
    return Optional.empty();
  }

  private Said said(Row row, Message message) {
    return said(row, message.author(), message.content(), message.timestamp());
  }

  private Optional<Said> asItLies(Row row) {
    try {
      return reading
          .numbers()
          .find(row.number(2))
          .map(author -> said(row, author, content(row.bytes(6)), row.real(7)));
    } catch (IllegalArgumentException damaged) {
      // Its id is none.
      return Optional.empty();
    }
  }

  private Said said(Row row, FeedId author, Json signed, double claimedMs) {
    Optional<JsonObject> opened = opened(row);
    return new Said(
        MessageId.of(row.bytes(1)),
        author,
        ContentParser.parse(opened.<Json>map(said -> said).orElse(signed)),
        opened.map(said -> recipients(said, author)).orElse(List.of()),
        new Times(claimedMs, row.number(3), row.number(4)));
  }

  /// What was read in a private message.
  private static Optional<JsonObject> opened(Row row) {
    byte[] decrypted = row.bytes(5);
    return decrypted.length == 0 ? Optional.empty() : StoredEntries.parse(decrypted);
  }

  /// A private message that names nobody must not look like one in the open.
  private List<FeedId> recipients(JsonObject said, FeedId author) {
    List<FeedId> named = Recipients.of(said);
    return named.isEmpty() ? List.of(author, reading.graph().self()) : named;
  }

  private static Json content(byte[] stored) {
    try {
      return StoredForm.content(stored);
    } catch (JsonException damaged) {
      // It says nothing.
      return JsonObject.of();
    }
  }
}
