package org.tidings.feed.index;

import java.util.HashMap;
import java.util.List;
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
/// the blocked and the far away. What somebody says privately, where we can read it, outweighs what
/// they say in the open. Of each author, and in either way, an [Allowance] of feeds counts.
/// Protocol
/// 9.
public final class ContactIndex implements Index {

  /// Private messages among them.
  private static final List<String> TYPES = List.of("contact", "");

  /// The version that had one SQL index less.
  private static final int UNORDERED = 4;

  private static final int FOLLOW = 1;
  private static final int NEUTRAL = 0;
  private static final int BLOCK = -1;
  private static final int EDGES = 3;

  /// For each layer: what was said last, and the arrival number and sequence of the message that
  /// said it. The sequence decides: a message that was lost and comes again arrives after those
  /// that followed it.
  private static final String UPSERT =
      "INSERT INTO $contacts (author, contact, edge, %1$s, %2$s, %3$s)"
          + " VALUES (?1, ?2, ?3, ?3, ?4, ?5)"
          + " ON CONFLICT DO UPDATE SET %1$s = ?3, %2$s = ?4, %3$s = ?5, edge = %4$s"
          + " WHERE ?5 >= coalesce(%3$s, 0)";

  /// What was said after this sequence, in one layer, is outweighed by whatever is said from now
  /// on.
  private static final String OUTWEIGHED =
      "UPDATE $contacts SET %1$s = 0 WHERE author = ?1 AND %1$s > ?2";

  /// Of one layer, what a feed said later by the tables in use than by those of a build.
  private static final String LATER =
      "SELECT c.contact, c.%1$s, c.%2$s, c.%3$s FROM contacts c"
          + " LEFT JOIN $contacts b USING (author, contact)"
          + " WHERE c.author = ? AND c.%3$s > coalesce(b.%3$s, 0)";

  private static final String NAMED =
      "SELECT 1 FROM $contacts WHERE author = ? AND contact = ? AND %s IS NOT NULL";

  private static final String OPEN_SEQUENCE = "open_sequence";
  private static final String SECRET_SEQUENCE = "secret_sequence";

  private final FeedNumbers numbers;
  private final SocialGraph graph;
  private final Layer open;
  private final Layer secret;
  private final String edge;
  private final String delete;
  private final String laterOpen;
  private final String laterSecret;
  private final String outweighOpen;
  private final String outweighSecret;
  private final String all;
  private final String saveReach;
  private final String dropReach;
  private final String allReach;

  /// What is said in one way.
  ///
  /// @param say takes in what was said
  private record Layer(String say, Allowance allowance) {}

  /// Keeps the graph in step with these tables.
  public ContactIndex(Tables tables, FeedNumbers numbers, SocialGraph graph) {
    this.numbers = numbers;
    this.graph = graph;
    this.open =
        new Layer(
            tables.in(UPSERT.formatted("open", "opened", OPEN_SEQUENCE, "coalesce(secret, ?3)")),
            new Allowance(
                tables, "open_contacts", NAMED.formatted(OPEN_SEQUENCE), numbers, graph.self()));
    this.secret =
        new Layer(
            tables.in(UPSERT.formatted("secret", "hidden", SECRET_SEQUENCE, "?3")),
            new Allowance(
                tables,
                "secret_contacts",
                NAMED.formatted(SECRET_SEQUENCE),
                numbers,
                graph.self()));
    this.edge = tables.in("SELECT edge FROM $contacts WHERE author = ? AND contact = ?");
    this.delete = tables.in("DELETE FROM $contacts WHERE author = ? AND contact = ?");
    this.laterOpen = tables.in(LATER.formatted("open", "opened", OPEN_SEQUENCE));
    this.laterSecret = tables.in(LATER.formatted("secret", "hidden", SECRET_SEQUENCE));
    this.outweighOpen = tables.in(OUTWEIGHED.formatted(OPEN_SEQUENCE));
    this.outweighSecret = tables.in(OUTWEIGHED.formatted(SECRET_SEQUENCE));
    // A row for each contact would cost the driver more than all that is done with them, and
    // grouping by what was said, too, would have to sort them.
    this.all =
        tables.in(
            ("SELECT author, group_concat(contact * %s"
                    + " + CASE edge WHEN %s THEN 2 WHEN %s THEN 0 ELSE 1 END, ' ')"
                    + " FROM $contacts GROUP BY author")
                .formatted(EDGES, FOLLOW, BLOCK));
    this.saveReach = tables.in("INSERT OR REPLACE INTO $reach (feed, hops) VALUES (?, ?)");
    this.dropReach = tables.in("DELETE FROM $reach WHERE feed = ?");
    this.allReach = tables.in("SELECT feed, hops FROM $reach");
  }

  @Override
  public String name() {
    return "contacts";
  }

  @Override
  public int version() {
    return 5;
  }

  @Override
  public boolean mayAnswerAs(int otherVersion) {
    return otherVersion == UNORDERED;
  }

  @Override
  public List<String> tables() {
    return List.of("contacts", "open_contacts", "secret_contacts", "reach");
  }

  @Override
  public String schema() {
    return """
    CREATE TABLE $contacts (
      author INTEGER NOT NULL,
      contact INTEGER NOT NULL,
      edge INTEGER NOT NULL,
      open INTEGER,
      opened INTEGER,
      open_sequence INTEGER,
      secret INTEGER,
      hidden INTEGER,
      secret_sequence INTEGER,
      PRIMARY KEY (author, contact)
    ) WITHOUT ROWID;
    CREATE INDEX $contacts_by_contact ON $contacts (contact, edge);
    CREATE INDEX $contacts_in_order ON $contacts (author, opened) WHERE edge = 1 AND open = 1;
    CREATE TABLE $reach (feed INTEGER PRIMARY KEY, hops INTEGER NOT NULL);
    """
        + open.allowance.schema()
        + secret.allowance.schema();
  }

  @Override
  public boolean reads(String type) {
    return TYPES.contains(type);
  }

  /// Nobody may see what the blocked wrote, nor refuse whom we follow, however young the index is.
  @Override
  public List<String> typesNeededAtOnce() {
    return TYPES;
  }

  @Override
  public void apply(Tx tx, Entry entry) {
    Layer layer = entry.isPrivate() ? secret : open;
    if (entry.content() instanceof Contact contact
        && layer.allowance.counts(tx, entry, contact.contact())) {
      int other = numbers.numberOf(tx, contact.contact());
      tx.update(
          layer.say,
          entry.feed(),
          other,
          numberOf(contact.edge()),
          entry.arrival(),
          entry.message().sequence().value());
      tx.one(edge, row -> edgeOf(row.integer(1)), entry.feed(), other)
          .ifPresent(now -> graph.put(entry.message().author(), contact.contact(), now));
    }
  }

  @Override
  public void remove(Tx tx, Entry entry) {
    if (entry.content() instanceof Contact contact) {
      numbers
          .known(contact.contact())
          .ifPresent(other -> remove(tx, entry, contact.contact(), other));
    }
  }

  private void remove(Tx tx, Entry entry, FeedId contact, int other) {
    for (Allowance allowance : List.of(open.allowance, secret.allowance)) {
      if (allowance.hasNamed(tx, entry, other)) {
        allowance.giveBack(tx, entry, contact);
      }
    }
    if (tx.update(delete, entry.feed(), other) > 0) {
      graph.forget(entry.message().author(), contact);
    }
  }

  @Override
  public void cut(Tx tx, int feed, long last) {
    tx.update(outweighOpen, feed, last);
    tx.update(outweighSecret, feed, last);
  }

  /// Whom we block stays blocked also while the message that says so is damaged: what such a
  /// message of our own said is taken over, until it has come again.
  @Override
  public void beforeUse(Tx tx) {
    int self = numbers.numberOf(tx, graph.self());
    keepLost(tx, self, laterOpen, open.say, false);
    keepLost(tx, self, laterSecret, secret.say, true);
  }

  private record Said(int contact, int edge, long arrival, long sequence) {}

  private static void keepLost(Tx tx, int self, String later, String say, boolean isSecret) {
    List<Said> all =
        tx.list(
            later,
            row -> new Said(row.integer(1), row.integer(2), row.number(3), row.number(4)),
            self);
    for (Said said : all) {
      if (isLost(tx, self, said.sequence, isSecret)) {
        tx.update(say, self, said.contact, said.edge, said.arrival, said.sequence);
      }
    }
  }

  /// Whether what a message of ours said cannot be read and is waited for. One that is missing is
  /// waited for only while our feed is in quarantine.
  private static boolean isLost(Tx tx, int self, long sequence, boolean isSecret) {
    return tx.one("SELECT 1 FROM quarantine WHERE feed = ?", row -> true, self).isPresent()
        || tx.one(
                "SELECT arrival FROM messages WHERE feed = ? AND sequence = ?",
                row -> row.number(1),
                self,
                sequence)
            .filter(arrival -> !isLegible(StoredEntries.at(tx, arrival), isSecret))
            .isPresent();
  }

  private static boolean isLegible(List<Entry> entries, boolean isSecret) {
    return entries.stream().anyMatch(entry -> entry.isPrivate() == isSecret);
  }

  @Override
  public void beforeCommit(Tx tx) {
    graph.settle().forEach((feed, hops) -> save(tx, feed, hops));
  }

  /// Whether queries ask for it: of those in reach, and those we block.
  private static boolean isAsked(Hops hops) {
    return hops.isKnown() && (hops.value() >= 0 || hops.isBlocked());
  }

  /// Only what a query asks for is kept.
  private void save(Tx tx, FeedId feed, Hops hops) {
    int number = numbers.numberOf(tx, feed);
    if (isAsked(hops)) {
      tx.update(saveReach, number, hops.value());
    } else {
      tx.update(dropReach, number);
    }
  }

  @Override
  public void reload(Tx tx) {
    graph.replace(edges -> tx.each(all, row -> load(edges, row)));
  }

  /// The hops may be counted further or less far than when the store was last open. Where they are
  /// as they were nothing is written: perhaps nothing can be.
  @Override
  public void opened(Tx tx) {
    if (!isReachSaved(tx)) {
      saveReach(tx);
    }
  }

  /// Whether the hops that queries ask for are those of the graph. Asked first, since comparing all
  /// of them takes memory for each.
  private boolean isReachSaved(Tx tx) {
    int[] right = new int[1];
    int[] all = new int[1];
    tx.each(
        allReach,
        row -> {
          Hops hops = graph.hops(numbers.idOf(row.integer(1)));
          right[0] += isAsked(hops) && hops.value() == row.integer(2) ? 1 : 0;
          all[0]++;
        });
    return right[0] == all[0] && right[0] == graph.count(ContactIndex::isAsked);
  }

  private void saveReach(Tx tx) {
    Map<FeedId, Hops> saved = new HashMap<>();
    tx.each(allReach, row -> saved.put(numbers.idOf(row.integer(1)), Hops.of(row.integer(2))));
    Map<FeedId, Hops> known = graph.known();
    saved.keySet().stream()
        .filter(feed -> !known.containsKey(feed))
        .forEach(feed -> save(tx, feed, Hops.UNKNOWN));
    known.forEach(
        (feed, hops) -> {
          if (isAsked(hops) ? !hops.equals(saved.get(feed)) : saved.containsKey(feed)) {
            save(tx, feed, hops);
          }
        });
  }

  private void load(SocialGraph.Edges edges, Row row) {
    FeedId author = numbers.idOf(row.integer(1));
    byte[] contacts = row.bytes(2);
    int packed = 0;
    for (byte digit : contacts) {
      if (digit == ' ') {
        put(edges, author, packed);
        packed = 0;
      } else {
        packed = packed * 10 + digit - '0';
      }
    }
    put(edges, author, packed);
  }

  private void put(SocialGraph.Edges edges, FeedId author, int packed) {
    edges.put(author, numbers.idOf(packed / EDGES), edgeOf(packed % EDGES - 1));
  }

  private static int numberOf(Edge edge) {
    return switch (edge) {
      case FOLLOW -> FOLLOW;
      case NEUTRAL -> NEUTRAL;
      case BLOCK -> BLOCK;
    };
  }

  /// What a number in these tables says.
  static Edge edgeOf(int number) {
    return switch (number) {
      case FOLLOW -> Edge.FOLLOW;
      case BLOCK -> Edge.BLOCK;
      default -> Edge.NEUTRAL;
    };
  }
}
