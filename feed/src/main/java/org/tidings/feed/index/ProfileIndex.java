package org.tidings.feed.index;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tidings.feed.content.About;
import org.tidings.feed.ref.BlobId;
import org.tidings.feed.ref.FeedId;
import org.tidings.feed.store.FeedNumbers;
import org.tidings.feed.store.Tx;
import org.tidings.feed.text.Folding;
import org.tidings.feed.text.NameWords;

/// What each author last said about each feed: name, image, description; and from which words of
/// names one gets to the feeds. Of each author an [Allowance] of feeds counts. Protocol 10.3.
public final class ProfileIndex implements Index {

  private final FeedNumbers numbers;
  private final Allowance allowance;
  private final String upsert;
  private final String delete;
  private final String named;
  private final String addName;
  private final String dropName;

  /// For the feed that is ours.
  public ProfileIndex(Tables tables, FeedNumbers numbers, FeedId self) {
    this.numbers = numbers;
    this.allowance =
        new Allowance(
            tables,
            "described",
            "SELECT 1 FROM $abouts WHERE author = ? AND subject = ?",
            numbers,
            self);
    this.upsert =
        tables.in(
            "INSERT INTO $abouts (subject, author, name, image, description)"
                + " VALUES (?, ?, ?, ?, ?)"
                + " ON CONFLICT DO UPDATE SET name = coalesce(excluded.name, name),"
                + " image = coalesce(excluded.image, image),"
                + " description = coalesce(excluded.description, description)");
    this.delete = tables.in("DELETE FROM $abouts WHERE subject = ? AND author = ?");
    this.named = tables.in("SELECT name FROM $abouts WHERE subject = ? AND author = ?");
    this.addName =
        tables.in(
            "INSERT OR IGNORE INTO $names (folded, word, subject, author) VALUES (?, ?, ?, ?)");
    this.dropName =
        tables.in(
            "DELETE FROM $names WHERE folded = ? AND word = ? AND subject = ? AND author = ?");
  }

  @Override
  public String name() {
    return "profiles";
  }

  @Override
  public int version() {
    return Folding.version(5);
  }

  @Override
  public List<String> tables() {
    return List.of("abouts", "names", "described");
  }

  @Override
  public String schema() {
    return """
    CREATE TABLE $abouts (
      subject INTEGER NOT NULL,
      author INTEGER NOT NULL,
      name TEXT,
      image BLOB,
      description TEXT,
      PRIMARY KEY (subject, author)
    ) WITHOUT ROWID;
    CREATE TABLE $names (
      folded TEXT NOT NULL,
      word INTEGER NOT NULL,
      subject INTEGER NOT NULL,
      author INTEGER NOT NULL,
      PRIMARY KEY (folded, word, subject, author)
    ) WITHOUT ROWID;
    """
        + allowance.schema();
  }

  @Override
  public boolean reads(String type) {
    return type.equals("about");
  }

  @Override
  public void apply(Tx tx, Entry entry) {
    if (!entry.isPrivate()
        && entry.content() instanceof About about
        && about.subject() instanceof FeedId feed
        && allowance.counts(tx, entry, feed)) {
      int subject = numbers.numberOf(tx, feed);
      Optional<String> name = about.name().filter(given -> !given.isBlank()).map(Tx::kept);
      name.ifPresent(given -> call(tx, subject, entry.feed(), given));
      tx.update(
          upsert,
          subject,
          entry.feed(),
          orNull(name),
          orNull(about.image().map(BlobId::bytes)),
          orNull(about.description()));
    }
  }

  @Override
  public void remove(Tx tx, Entry entry) {
    if (!entry.isPrivate()
        && entry.content() instanceof About about
        && about.subject() instanceof FeedId feed) {
      numbers.known(feed).ifPresent(subject -> remove(tx, entry, feed, subject));
    }
  }

  private void remove(Tx tx, Entry entry, FeedId feed, int subject) {
    each(tx, dropName, subject, entry.feed(), nameOf(tx, subject, entry.feed()));
    if (tx.update(delete, subject, entry.feed()) > 0) {
      allowance.giveBack(tx, entry, feed);
    }
  }

  /// The words of the name take the place of those of the one before it.
  private void call(Tx tx, int subject, int author, String name) {
    String before = nameOf(tx, subject, author);
    if (!before.equals(name)) {
      each(tx, dropName, subject, author, before);
      each(tx, addName, subject, author, name);
    }
  }

  private String nameOf(Tx tx, int subject, int author) {
    return tx.one(named, row -> row.text(1), subject, author).orElse("");
  }

  /// Runs a statement for each word of a name and what follows it.
  private static void each(Tx tx, String sql, int subject, int author, String name) {
    List<String> endings = NameWords.endings(name);
    for (int word = 0; word < endings.size(); word++) {
      tx.update(sql, endings.get(word), word, subject, author);
    }
  }

  private static <T> @Nullable T orNull(Optional<T> value) {
    return value.orElse(null);
  }
}
