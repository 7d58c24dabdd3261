package org.tidings.feed.index;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.tidings.feed.index.ProfileView.GivenName;
import org.tidings.feed.ref.BlobId;
import org.tidings.feed.ref.FeedId;
import org.tidings.feed.store.FeedNumbers;
import org.tidings.feed.store.Row;
import org.tidings.feed.store.Tx;
import org.tidings.feed.text.ShownName;

/// Names and pictures, each feed read once. Confined to one transaction.
public final class BylineReader {

  private final Reading reading;
  private final Tx tx;
  private final Map<FeedId, Byline> read = new HashMap<>();

  /// What one author said about a feed.
  private record Said(FeedId by, Optional<String> name, Optional<BlobId> image) {}

  public BylineReader(Reading reading, Tx tx) {
    this.reading = reading;
    this.tx = tx;
  }

  public Byline of(FeedId feed) {
    return read.computeIfAbsent(feed, this::compose);
  }

  /// The names others gave, most used first, at most `limit`. All who gave one count, so that it
  /// does not matter who came first.
  List<GivenName> given(FeedId feed, int limit) {
    return tx
        .list(
            "SELECT name, count(*) AS givers FROM abouts WHERE subject = ?1 AND author <> ?1"
                + " AND name IS NOT NULL AND"
                + Reading.unblocked("author")
                + "GROUP BY name ORDER BY givers DESC, name LIMIT ?2",
            row -> new GivenName(row.text(1), row.integer(2)),
            reading.numberOf(feed),
            limit)
        .stream()
        .flatMap(BylineReader::shown)
        .toList();
  }

  private static Stream<GivenName> shown(GivenName given) {
    return ShownName.of(given.name()).stream().map(name -> new GivenName(name, given.givers()));
  }

  /// Somebody with the name that may be written where others read it.
  Mentionable mentionable(FeedId feed) {
    return new Mentionable(of(feed), publicName(feed, said(feed)));
  }

  private Byline compose(FeedId feed) {
    List<Said> said = said(feed);
    String name = petname(feed).orElseGet(() -> publicName(feed, said));
    Optional<BlobId> image =
        by(reading.graph().self(), said).flatMap(Said::image).or(() -> ownImage(feed, said));
    return new Byline(feed, name, image);
  }

  private String publicName(FeedId feed, List<Said> said) {
    return by(reading.graph().self(), said)
        .flatMap(Said::name)
        .or(() -> by(feed, said).flatMap(Said::name))
        .or(() -> given(feed, 1).stream().findFirst().map(GivenName::name))
        .orElseGet(() -> feed.toString().substring(0, FeedNumbers.SHORT_ID));
  }

  /// The picture of somebody blocked stays hidden, as all they show does; by their name we
  /// recognise whom we have blocked.
  private Optional<BlobId> ownImage(FeedId feed, List<Said> said) {
    boolean blocked = reading.graph().hops(feed).isBlocked();
    return blocked ? Optional.empty() : by(feed, said).flatMap(Said::image);
  }

  private Optional<String> petname(FeedId feed) {
    return tx.one(
        "SELECT name FROM petnames WHERE feed = ?", row -> row.text(1), reading.numberOf(feed));
  }

  private static Optional<Said> by(FeedId author, List<Said> said) {
    return said.stream().filter(each -> each.by.equals(author)).findFirst();
  }

  /// What the feed says of itself and what we say of it.
  private List<Said> said(FeedId feed) {
    return tx.list(
        "SELECT author, name, image FROM abouts WHERE subject = ?1 AND author IN (?1, ?2)",
        this::said,
        reading.numberOf(feed),
        reading.self());
  }

  private Said said(Row row) {
    return new Said(
        reading.numbers().idOf(row.integer(1)),
        ShownName.of(row.text(2)),
        Optional.of(row.bytes(3)).filter(bytes -> bytes.length > 0).map(BlobId::of));
  }
}
