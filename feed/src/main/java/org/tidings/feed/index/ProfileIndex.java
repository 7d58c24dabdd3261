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

/// What each author last said about each feed: name, image, description. Protocol 10.3.
public final class ProfileIndex implements Index {

  private final FeedNumbers numbers;
  private final String upsert;
  private final String delete;

  public ProfileIndex(Tables tables, FeedNumbers numbers) {
    this.numbers = numbers;
    this.upsert =
        tables.in(
            "INSERT INTO $abouts (subject, author, name, folded, image, description)"
                + " VALUES (?, ?, ?, ?, ?, ?)"
                + " ON CONFLICT DO UPDATE SET name = coalesce(excluded.name, name),"
                + " folded = coalesce(excluded.folded, folded),"
                + " image = coalesce(excluded.image, image),"
                + " description = coalesce(excluded.description, description)");
    this.delete = tables.in("DELETE FROM $abouts WHERE subject = ? AND author = ?");
  }

  @Override
  public String name() {
    return "profiles";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public List<String> tables() {
    return List.of("abouts");
  }

  @Override
  public String schema() {
    return """
    CREATE TABLE $abouts (
      subject INTEGER NOT NULL,
      author INTEGER NOT NULL,
      name TEXT,
      folded TEXT,
      image BLOB,
      description TEXT,
      PRIMARY KEY (subject, author)
    ) WITHOUT ROWID;
    CREATE INDEX $abouts_by_name ON $abouts (folded);
    """;
  }

  @Override
  public boolean reads(String type) {
    return type.equals("about");
  }

  @Override
  public void apply(Tx tx, Entry entry) {
    if (!entry.isPrivate()
        && entry.content() instanceof About about
        && about.subject() instanceof FeedId feed) {
      Optional<String> name = about.name().filter(given -> !given.isBlank());
      tx.update(
          upsert,
          numbers.numberOf(tx, feed),
          entry.feed(),
          orNull(name),
          orNull(name.map(Folding::fold)),
          orNull(about.image().map(BlobId::bytes)),
          orNull(about.description()));
    }
  }

  @Override
  public void remove(Tx tx, Entry entry) {
    if (!entry.isPrivate()
        && entry.content() instanceof About about
        && about.subject() instanceof FeedId feed) {
      tx.update(delete, numbers.numberOf(tx, feed), entry.feed());
    }
  }

  private static <T> @Nullable T orNull(Optional<T> value) {
    return value.orElse(null);
  }
}
