package org.tidings.feed.index;

import java.util.HashMap;
import java.util.Map;
import org.tidings.feed.content.Contact;
import org.tidings.feed.content.Contact.Edge;
import org.tidings.feed.graph.Hops;
import org.tidings.feed.graph.SocialGraph;
import org.tidings.feed.ref.FeedId;
import org.tidings.feed.store.FeedNumbers;
import org.tidings.feed.store.Row;
import org.tidings.feed.store.Tx;

/// Who last said what about whom, and the hops that follow from it, so that queries can leave out
/// the blocked and the far away. Protocol 9.
public final class ContactIndex implements Index {

  private static final int FOLLOW = 1;
  private static final int NEUTRAL = 0;
  private static final int BLOCK = -1;

  private final FeedNumbers numbers;
  private final SocialGraph graph;

  public ContactIndex(FeedNumbers numbers, SocialGraph graph) {
    this.numbers = numbers;
    this.graph = graph;
  }

  @Override
  public String name() {
    return "contacts";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public void create(Tx tx) {
    tx.script(
        """
        CREATE TABLE contacts (
          author INTEGER NOT NULL,
          contact INTEGER NOT NULL,
          edge INTEGER NOT NULL,
          PRIMARY KEY (author, contact)
        ) WITHOUT ROWID;
        CREATE INDEX contacts_by_contact ON contacts (contact, edge);
        CREATE TABLE reach (feed INTEGER PRIMARY KEY, hops INTEGER NOT NULL);
        """);
  }

  @Override
  public void drop(Tx tx) {
    tx.script("DROP TABLE IF EXISTS contacts;\nDROP TABLE IF EXISTS reach;\n");
    graph.clear();
  }

  @Override
  public void apply(Tx tx, Entry entry) {
    if (entry.content() instanceof Contact contact) {
      tx.update(
          "INSERT OR REPLACE INTO contacts (author, contact, edge) VALUES (?, ?, ?)",
          entry.feed(),
          numbers.numberOf(tx, contact.contact()),
          numberOf(contact.edge()));
      graph.put(entry.message().author(), contact.contact(), contact.edge());
    }
  }

  @Override
  public void beforeCommit(Tx tx) {
    graph.settle().forEach((feed, hops) -> save(tx, feed, hops));
  }

  /// Only what a query asks for is kept: those in reach, and those we block.
  private void save(Tx tx, FeedId feed, Hops hops) {
    int number = numbers.numberOf(tx, feed);
    if (hops.isKnown() && (hops.value() >= 0 || hops.isBlocked())) {
      tx.update("INSERT OR REPLACE INTO reach (feed, hops) VALUES (?, ?)", number, hops.value());
    } else {
      tx.update("DELETE FROM reach WHERE feed = ?", number);
    }
  }

  @Override
  public void reload(Tx tx) {
    graph.clear();
    tx.each("SELECT author, contact, edge FROM contacts", this::load);
    graph.settle();
  }

  /// The hops may be counted further or less far than when the store was last open.
  @Override
  public void opened(Tx tx) {
    Map<FeedId, Hops> saved = new HashMap<>();
    tx.each(
        "SELECT feed, hops FROM reach",
        row -> saved.put(numbers.idOf(row.integer(1)), Hops.of(row.integer(2))));
    Map<FeedId, Hops> known = graph.known();
    saved.keySet().stream()
        .filter(feed -> !known.containsKey(feed))
        .forEach(feed -> save(tx, feed, Hops.UNKNOWN));
    known.forEach(
        (feed, hops) -> {
          if (!hops.equals(saved.get(feed))) {
            save(tx, feed, hops);
          }
        });
  }

  private void load(Row row) {
    graph.put(numbers.idOf(row.integer(1)), numbers.idOf(row.integer(2)), edgeOf(row.integer(3)));
  }

  private static int numberOf(Edge edge) {
    return switch (edge) {
      case FOLLOW -> FOLLOW;
      case NEUTRAL -> NEUTRAL;
      case BLOCK -> BLOCK;
    };
  }

  private static Edge edgeOf(int number) {
    return switch (number) {
      case FOLLOW -> Edge.FOLLOW;
      case BLOCK -> Edge.BLOCK;
      default -> Edge.NEUTRAL;
    };
  }
}
