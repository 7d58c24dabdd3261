package org.tidings.feed.search;

import java.util.List;
import org.tidings.feed.channel.ChannelIndex;
import org.tidings.feed.content.Post;
import org.tidings.feed.index.Entry;
import org.tidings.feed.index.Index;
import org.tidings.feed.index.Tables;
import org.tidings.feed.store.Tx;
import org.tidings.feed.text.Folding;

/// The words of posts, public and private, in SQLite's full-text index, which keeps no copy of the
/// texts: a post is taken out by saying again what was put in. Rows are numbered by arrival.
public final class SearchIndex implements Index {

  static final String NAME = "search";

  /// Those of most posts have room in it.
  private static final int FACETS_CHARS = 96;

  /// The version by which a post with a fork alone began a thread.
  private static final int WITHOUT_FORKS = Folding.version(7);

  private final String insert;
  private final String delete;
  private final String has;

  public SearchIndex(Tables tables) {
    this.insert = tables.in("INSERT INTO $search (rowid, said, facets) VALUES (?, ?, ?)");
    this.delete =
        tables.in("INSERT INTO $search ($search, rowid, said, facets) VALUES ('delete', ?, ?, ?)");
    this.has = tables.in("SELECT 1 FROM $search WHERE $search MATCH ? AND rowid = ?");
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public int version() {
    return Folding.version(8);
  }

  @Override
  public boolean mayAnswerAs(int otherVersion) {
    return otherVersion == WITHOUT_FORKS || Index.super.mayAnswerAs(otherVersion);
  }

  @Override
  public List<String> tables() {
    return List.of("search");
  }

  /// Texts are folded before, so the tokenizer has only to split at spaces: one that knows Unicode
  /// knows an older one, and leaves out the symbols that came later.
  @Override
  public String schema() {
    return """
    CREATE VIRTUAL TABLE $search USING fts5 (
      said, facets, content = '', columnsize = 0, tokenize = ascii
    );
    """;
  }

  @Override
  public boolean reads(String type) {
    return type.equals("post") || type.isEmpty();
  }

  @Override
  public void apply(Tx tx, Entry entry) {
    if (entry.content() instanceof Post post && !(entry.isPrivate() && has(tx, entry))) {
      tx.update(insert, entry.arrival(), entry.meaning().words(), facets(entry, post));
    }
  }

  @Override
  public boolean mayLackRemoved() {
    return false;
  }

  @Override
  public void remove(Tx tx, Entry entry) {
    if (entry.content() instanceof Post post) {
      tx.update(delete, entry.arrival(), entry.meaning().words(), facets(entry, post));
    }
  }

  /// Private messages may be shown to us again.
  private boolean has(Tx tx, Entry entry) {
    return tx.one(has, row -> true, "facets : " + Facets.PRIVATE, entry.arrival()).isPresent();
  }

  private static String facets(Entry entry, Post post) {
    StringBuilder facets = new StringBuilder(FACETS_CHARS);
    facets.append(Facets.author(entry.feed())).append(' ');
    facets.append(Facets.time(entry.shownMs())).append(' ');
    facets.append(Facets.thread(post.place().root().orElse(entry.message().id())));
    for (String channel : ChannelIndex.channelsOf(post)) {
      facets.append(' ').append(Facets.channel(channel));
    }
    return entry.isPrivate()
        ? facets.append(' ').append(Facets.PRIVATE).toString()
        : facets.toString();
  }
}
