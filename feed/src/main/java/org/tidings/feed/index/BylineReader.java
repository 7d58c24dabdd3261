package org.tidings.feed.index;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.tidings.feed.index.ProfileView.GivenName;
import org.tidings.feed.ref.BlobId;
import org.tidings.feed.ref.FeedId;
import org.tidings.feed.store.FeedNumbers;
import org.tidings.feed.store.Row;
import org.tidings.feed.store.Tx;
import org.tidings.feed.text.ShownName;

/// Names and pictures, each feed read once, and many at once for less. Confined to one transaction.
public final class BylineReader {

  /// What feeds say of themselves and what we say of them, and what we alone call them.
  private static final String SAID =
      "SELECT k.value, a.author, a.name, a.image FROM json_each(?1) k"
          + " CROSS JOIN abouts a ON a.subject = k.value AND a.author IN (k.value, ?2)"
          + " UNION ALL SELECT k.value, -1, p.name, NULL FROM json_each(?1) k"
          + " CROSS JOIN petnames p ON p.feed = k.value";

  /// Of the names others gave, so many are looked at for one of which anything can be seen.
  private static final int MOST_UNSEEN = 100;

  private final Reading reading;
  private final Tx tx;
  private final Map<FeedId, Byline> read = new HashMap<>();

  /// What one author said about a feed.
  private record Said(FeedId by, Optional<String> name, Optional<BlobId> image) {}

  /// What is known of a feed without asking others.
  private static final class Known {
    final List<Said> said = new ArrayList<>();
    Optional<String> petname = Optional.empty();
  }

  public BylineReader(Reading reading, Tx tx) {
    this.reading = reading;
    this.tx = tx;
  }

  public Byline of(FeedId feed) {
    if (!read.containsKey(feed)) {
      readAhead(List.of(feed));
    }
    return Objects.requireNonNull(read.get(feed));
  }

  /// Reads those of many feeds that will be asked for.
  void readAhead(Collection<FeedId> feeds) {
    List<FeedId> unread =
        feeds.stream().distinct().filter(feed -> !read.containsKey(feed)).toList();
    if (unread.isEmpty()) {
      return;
    }
    Map<FeedId, Known> known = known(unread);
    unread.forEach(feed -> read.put(feed, compose(feed, known.getOrDefault(feed, new Known()))));
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
    List<Said> said = known(List.of(feed)).getOrDefault(feed, new Known()).said;
    return new Mentionable(of(feed), publicName(feed, said));
  }

  private Byline compose(FeedId feed, Known known) {
    List<Said> said = known.said;
    String name = known.petname.orElseGet(() -> publicName(feed, said));
    Optional<BlobId> image =
        by(reading.graph().self(), said).flatMap(Said::image).or(() -> ownImage(feed, said));
    return new Byline(feed, name, image);
  }

  private String publicName(FeedId feed, List<Said> said) {
    return by(reading.graph().self(), said)
        .flatMap(Said::name)
        .or(() -> by(feed, said).flatMap(Said::name))
        .or(() -> given(feed, MOST_UNSEEN).stream().findFirst().map(GivenName::name))
        .orElseGet(() -> feed.toString().substring(0, FeedNumbers.SHORT_ID));
  }

  /// The picture of somebody blocked stays hidden, as all they show does; by their name we
  /// recognise whom we have blocked.
  private Optional<BlobId> ownImage(FeedId feed, List<Said> said) {
    boolean blocked = reading.graph().hops(feed).isBlocked();
    return blocked ? Optional.empty() : by(feed, said).flatMap(Said::image);
  }

  private static Optional<Said> by(FeedId author, List<Said> said) {
    return said.stream().filter(each -> each.by.equals(author)).findFirst();
  }

  private Map<FeedId, Known> known(List<FeedId> feeds) {
    Map<FeedId, Known> known = new HashMap<>();
    tx.each(
        SAID,
        row -> {
          FeedId feed = reading.numbers().idOf(row.integer(1));
          add(known.computeIfAbsent(feed, unread -> new Known()), row);
        },
        feeds.stream().map(reading::numberOf).toList().toString(),
        reading.self());
    return known;
  }

  private void add(Known known, Row row) {
    if (row.number(2) < 0) {
      known.petname = ShownName.of(row.text(3));
    } else {
      known.said.add(said(row));
    }
  }

  private Said said(Row row) {
    return new Said(
        reading.numbers().idOf(row.integer(2)),
        ShownName.of(row.text(3)),
        Optional.of(row.bytes(4)).filter(bytes -> bytes.length > 0).map(BlobId::of));
  }
}
