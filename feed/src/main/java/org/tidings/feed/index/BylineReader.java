package org.tidings.feed.index;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.tidings.feed.index.ProfileView.GivenName;
import org.tidings.feed.ref.BlobId;
import org.tidings.feed.ref.FeedId;
import org.tidings.feed.store.Row;
import org.tidings.feed.store.Tx;

/// Names and pictures, each feed read once. Confined to one transaction.
public final class BylineReader {

  /// Names others gave that are looked at for one feed.
  private static final int NAMES = 1_000;

  private static final int SHORT_ID = 9;

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

  /// The names others gave, most used first.
  List<GivenName> given(FeedId feed) {
    return given(feed, said(feed));
  }

  private Byline compose(FeedId feed) {
    List<Said> said = said(feed);
    FeedId self = reading.graph().self();
    String name =
        Stream.of(
                petname(feed),
                by(self, said).flatMap(Said::name),
                by(feed, said).flatMap(Said::name),
                given(feed, said).stream().findFirst().map(GivenName::name))
            .flatMap(Optional::stream)
            .findFirst()
            .orElseGet(() -> feed.toString().substring(0, SHORT_ID));
    Optional<BlobId> image = by(self, said).flatMap(Said::image).or(() -> ownImage(feed, said));
    return new Byline(feed, name, image);
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

  private static List<GivenName> given(FeedId feed, List<Said> said) {
    Map<String, Integer> counts = new HashMap<>();
    said.stream()
        .filter(each -> !each.by.equals(feed))
        .flatMap(each -> each.name.stream())
        .forEach(name -> counts.merge(name, 1, Integer::sum));
    List<GivenName> names = new ArrayList<>();
    counts.forEach((name, givers) -> names.add(new GivenName(name, givers)));
    names.sort(
        Comparator.comparingInt(GivenName::givers).reversed().thenComparing(GivenName::name));
    return names;
  }

  /// Ours and the feed's own come first, so that no crowd of others hides them.
  private List<Said> said(FeedId feed) {
    int number = reading.numberOf(feed);
    return tx.list(
        "SELECT author, name, image FROM abouts WHERE subject = ?1 AND (author = ?1 OR"
            + Reading.unblocked("author")
            + ") ORDER BY author NOT IN (?1, ?2), author LIMIT ?3",
        this::said,
        number,
        reading.self(),
        NAMES);
  }

  private Said said(Row row) {
    return new Said(
        reading.numbers().idOf(row.integer(1)),
        Optional.of(row.text(2)).filter(name -> !name.isBlank()),
        Optional.of(row.bytes(3)).filter(bytes -> bytes.length > 0).map(BlobId::of));
  }
}
