package org.tidings.feed.index;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

  private static final String SELECT =
      "SELECT m.feed, "
          + Placement.SHOWN
          + ", m.arrival, o.content, "
          + SignedRow.COLUMNS
          + " FROM ";

  private static final String OPENED =
      " LEFT JOIN opened o ON m.type = '' AND o.arrival = m.arrival WHERE "
          + Reading.unblocked("m.feed");

  private static final String BY_ARRIVAL =
      SELECT + "json_each(?1) k CROSS JOIN messages m ON m.arrival = k.value" + OPENED;

  private static final String BY_ID =
      SELECT
          + "json_each(?1) k CROSS JOIN messages m ON "
          + StoredWire.hasId("unhex(k.value)")
          + OPENED;

  private static final String UNCHECKED =
      "SELECT m.feed, "
          + Placement.SHOWN
          + ", m.arrival, o.content, m.id, m.wire, m.claimed FROM messages m"
          + OPENED
          + "AND m.arrival = ?";

  private final Reading reading;
  private final BylineReader bylines;
  private final VoteReader votes;
  private final WordFilter hidden;
  private final Tx tx;

  /// A message that may be shown.
  ///
  /// @param recipients whom it says it is for; empty in the open
  public record Said(
      MessageId id, FeedId author, Content content, List<FeedId> recipients, Times times) {

    /// Whether it was not said in the open.
    public boolean isPrivate() {
      return !recipients.isEmpty();
    }
  }

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
    return at(List.of(arrival)).stream().findFirst();
  }

  /// Those of these arrival numbers that are posts, in this order.
  public List<PostView> at(Collection<Long> arrivals) {
    return views(said(arrivals));
  }

  /// Those at these keys that are posts, in this order.
  public List<PostView> atKeys(List<TimelineKey> keys) {
    return at(keys.stream().map(TimelineKey::arrival).toList());
  }

  /// The post of this id.
  public Optional<PostView> find(MessageId id) {
    return said(id).flatMap(this::view);
  }

  /// The posts of these ids.
  Map<MessageId, PostView> find(Collection<MessageId> ids) {
    List<Said> found = new ArrayList<>();
    tx.each(BY_ID, row -> compared(row).ifPresent(found::add), HexIds.json(ids));
    Map<MessageId, PostView> posts = new HashMap<>();
    views(found).forEach(post -> posts.put(post.id(), post));
    return posts;
  }

  /// The posts of these arrival numbers, with what their authors knew.
  List<ThreadPost> inThread(Collection<Long> arrivals) {
    return inThread(BY_ARRIVAL, arrivals.toString());
  }

  /// The post of this id, with what its author knew.
  Optional<ThreadPost> inThread(MessageId id) {
    return inThread(BY_ID, HexIds.json(List.of(id))).stream().findFirst();
  }

  private List<ThreadPost> inThread(String sql, String which) {
    List<Said> found = new ArrayList<>();
    Map<MessageId, Set<MessageId>> before = new HashMap<>();
    tx.each(
        sql,
        row ->
            signed(row)
                .ifPresent(
                    signed -> {
                      Said said = said(row, signed);
                      found.add(said);
                      before.put(said.id, before(row, signed));
                    }),
        which);
    return views(found).stream()
        .map(post -> new ThreadPost(post, Objects.requireNonNull(before.get(post.id()))))
        .toList();
  }

  /// Whatever arrived under these numbers, in this order.
  public List<Said> said(Collection<Long> arrivals) {
    Map<Long, Said> found = new HashMap<>();
    tx.each(
        BY_ARRIVAL,
        row -> compared(row).ifPresent(said -> found.put(said.times.arrival(), said)),
        arrivals.toString());
    return arrivals.stream()
        .flatMap(arrival -> Optional.ofNullable(found.get(arrival)).stream())
        .toList();
  }

  /// The same, as it lies there: for what is not shown, only counted or sorted.
  public Optional<Said> unchecked(long arrival) {
    return tx.one(UNCHECKED, this::asItLies, arrival).flatMap(found -> found);
  }

  /// The message of this id.
  public Optional<Said> said(MessageId id) {
    return tx.one(BY_ID, this::compared, HexIds.json(List.of(id))).flatMap(found -> found);
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

  /// Those that are posts, in this order.
  private List<PostView> views(List<Said> said) {
    readAhead(said);
    return said.stream().flatMap(each -> view(each).stream()).toList();
  }

  /// Reads names and votes of all of these, before they are asked for one by one.
  public void readAhead(List<Said> said) {
    bylines.readAhead(said.stream().map(Said::author).toList());
    votes.readAhead(
        said.stream().filter(each -> each.content instanceof Post).map(Said::id).toList());
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
    return signed(row).map(signed -> said(row, signed));
  }

  private Said said(Row row, SignedRow signed) {
    return said(row, signed.id(), signed.author(), signed.content(), signed.timestamp());
  }

  private static Set<MessageId> before(Row row, SignedRow signed) {
    Set<MessageId> before =
        MessageLinks.in(opened(row).<Json>map(said -> said).orElse(signed.content()));
    signed.previous().ifPresent(before::add);
    return before;
  }

  /// The message of this row, if the bytes are those that were signed.
  private Optional<SignedRow> signed(Row row) {
    Optional<FeedId> author = reading.numbers().find(row.number(1));
    Optional<SignedRow> signed = author.flatMap(feed -> SignedRow.of(row, 5, feed));
    if (signed.isEmpty()) {
      author.ifPresent(feed -> reading.distrust().accept(feed, Math.max(0, row.number(7) - 1)));
    }
    return signed;
  }

  private Optional<Said> asItLies(Row row) {
    try {
      return reading
          .numbers()
          .find(row.number(1))
          .map(
              author ->
                  said(
                      row, MessageId.of(row.bytes(5)), author, content(row.bytes(6)), row.real(7)));
    } catch (IllegalArgumentException damaged) {
      // Its id is none.
      return Optional.empty();
    }
  }

  private Said said(Row row, MessageId id, FeedId author, Json signed, double claimedMs) {
    Optional<JsonObject> opened = opened(row);
    return new Said(
        id,
        author,
        ContentParser.parse(opened.<Json>map(said -> said).orElse(signed)),
        opened.map(said -> recipients(said, author)).orElse(List.of()),
        new Times(claimedMs, row.number(2), row.number(3)));
  }

  /// What was read in a private message.
  private static Optional<JsonObject> opened(Row row) {
    byte[] decrypted = row.bytes(4);
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
