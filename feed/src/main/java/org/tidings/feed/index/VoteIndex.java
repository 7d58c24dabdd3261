package org.tidings.feed.index;

import java.text.Normalizer;
import java.util.List;
import org.tidings.feed.content.Vote;
import org.tidings.feed.store.Tx;

/// The last vote of each author on each message, private votes we can read among them, and how it
/// was expressed. Protocol 10.2.
public final class VoteIndex implements Index {

  /// What clients write for a plain like.
  private static final String LIKE = "like";

  /// Longer expressions are cut: an emoji of many parts is far shorter.
  private static final int LONGEST_EXPRESSION = 32;

  private final String upsert;
  private final String delete;

  /// An author's messages arrive in the order of the feed, so the later arrival is the later vote.
  public VoteIndex(Tables tables) {
    this.upsert =
        tables.in(
            "INSERT INTO $votes (target, feed, arrival, value, expression) VALUES (?, ?, ?, ?, ?)"
                + " ON CONFLICT DO UPDATE SET arrival = excluded.arrival, value = excluded.value,"
                + " expression = excluded.expression WHERE excluded.arrival >= arrival");
    this.delete = tables.in("DELETE FROM $votes WHERE target = ? AND feed = ?");
  }

  @Override
  public String name() {
    return "votes";
  }

  @Override
  public int version() {
    return 2;
  }

  @Override
  public List<String> tables() {
    return List.of("votes");
  }

  @Override
  public String schema() {
    return """
    CREATE TABLE $votes (
      target BLOB NOT NULL,
      feed INTEGER NOT NULL,
      arrival INTEGER NOT NULL,
      value INTEGER NOT NULL,
      expression TEXT NOT NULL,
      PRIMARY KEY (target, feed)
    ) WITHOUT ROWID;
    """;
  }

  @Override
  public boolean reads(String type) {
    return type.equals("vote") || type.isEmpty();
  }

  @Override
  public void apply(Tx tx, Entry entry) {
    if (entry.content() instanceof Vote vote) {
      tx.update(
          upsert,
          vote.message().bytes(),
          entry.feed(),
          entry.arrival(),
          vote.value(),
          vote.value() > 0 ? expression(vote) : "");
    }
  }

  @Override
  public void remove(Tx tx, Entry entry) {
    if (entry.content() instanceof Vote vote) {
      tx.update(delete, vote.message().bytes(), entry.feed());
    }
  }

  private static String expression(Vote vote) {
    String said = Normalizer.normalize(vote.expression().orElse("").strip(), Normalizer.Form.NFC);
    if (said.equalsIgnoreCase(LIKE)) {
      return "";
    }
    int end = Math.min(said.length(), LONGEST_EXPRESSION);
    boolean cutsPair = end < said.length() && Character.isHighSurrogate(said.charAt(end - 1));
    return said.substring(0, cutsPair ? end - 1 : end);
  }
}
