package org.tidings.feed.activity;

import java.util.List;
import org.tidings.feed.content.BlobLinks;
import org.tidings.feed.index.Entry;
import org.tidings.feed.index.Index;
import org.tidings.feed.index.Tables;
import org.tidings.feed.ref.BlobId;
import org.tidings.feed.store.Tx;

/// Which message of which author names which blob, wherever in its content, so that it can be
/// fetched and kept.
public final class BlobIndex implements Index {

  private final String insert;
  private final String delete;

  public BlobIndex(Tables tables) {
    this.insert =
        tables.in("INSERT OR IGNORE INTO $blob_links (blob, arrival, feed) VALUES (?, ?, ?)");
    this.delete = tables.in("DELETE FROM $blob_links WHERE blob = ? AND arrival = ?");
  }

  @Override
  public String name() {
    return "blobs";
  }

  @Override
  public int version() {
    return 4;
  }

  @Override
  public List<String> tables() {
    return List.of("blob_links");
  }

  @Override
  public String schema() {
    return """
    CREATE TABLE $blob_links (
      blob BLOB NOT NULL,
      arrival INTEGER NOT NULL,
      feed INTEGER NOT NULL,
      PRIMARY KEY (blob, arrival)
    ) WITHOUT ROWID;
    CREATE INDEX $blob_links_by_feed ON $blob_links (feed, arrival);
    """;
  }

  @Override
  public boolean reads(String type) {
    return true;
  }

  @Override
  public void apply(Tx tx, Entry entry) {
    for (BlobId blob : BlobLinks.in(entry.meaning().json())) {
      tx.update(insert, blob.bytes(), entry.arrival(), entry.feed());
    }
  }

  @Override
  public void remove(Tx tx, Entry entry) {
    for (BlobId blob : BlobLinks.in(entry.meaning().json())) {
      tx.update(delete, blob.bytes(), entry.arrival());
    }
  }
}
