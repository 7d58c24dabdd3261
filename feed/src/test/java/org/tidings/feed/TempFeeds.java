package org.tidings.feed;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import org.tidings.crypto.key.KeyPair;
import org.tidings.crypto.key.SecretFile;
import org.tidings.crypto.key.SecretFileException;
import org.tidings.feed.log.Origin;
import org.tidings.feed.message.Verdict;
import org.tidings.feed.ref.FeedId;
import org.tidings.feed.store.TempDatabase;
import org.tidings.feed.store.Work;

/// A real data folder for one test, with a clock the test moves: `new TempFeeds(tempDir)`. Can be
/// closed and opened again. Confined to the test's thread.
public final class TempFeeds implements AutoCloseable {

  public static final Origin IMPORT = new Origin.Import();

  private static final long POLL_NANOS = 2_000_000;

  private final FakeClock clock = new FakeClock();
  private final FakeClock steadyClock = new FakeClock();
  private final Path folder;
  private final Path stateFolder;
  private int hops = Bounds.USUAL.hops();
  private Feeds feeds;

  /// A new identity in a new folder below `parent`.
  public TempFeeds(Path parent) {
    this(parent.resolve("data"), parent.resolve("state"));
  }

  /// A folder of its own beside a state folder that others may share.
  public TempFeeds(Path folder, Path stateFolder) {
    this.folder = folder;
    this.stateFolder = stateFolder;
    this.feeds = openFeeds();
  }

  /// Somebody whose key we know, as if just restored: the gate is overridden.
  public static TempFeeds of(KeyPair keys, Path parent) {
    try {
      SecretFile.create(parent.resolve("data").resolve("secret"), keys);
    } catch (SecretFileException failure) {
      throw new IllegalStateException(failure);
    }
    TempFeeds restored = new TempFeeds(parent);
    restored.feeds().gate().override();
    return restored;
  }

  public Feeds feeds() {
    return feeds;
  }

  /// What is written down as the time.
  public FakeClock clock() {
    return clock;
  }

  /// What the gate waits by.
  public FakeClock steadyClock() {
    return steadyClock;
  }

  public Path folder() {
    return folder;
  }

  /// Closes and opens again, reaching this far.
  public Feeds reopen(int hops) {
    this.hops = hops;
    return reopen();
  }

  /// Closes and opens again.
  public Feeds reopen() {
    feeds.close();
    feeds = openFeeds();
    return feeds;
  }

  /// Waits until no index is behind and every private message has been read.
  public TempFeeds settled() {
    while (!feeds.indexing().isEmpty()) {
      LockSupport.parkNanos(POLL_NANOS);
    }
    return this;
  }

  /// Lets the database grow by so many pages and no further, as on a full disk.
  public void leavePages(int pages) {
    TempDatabase.limitPages(feeds.database, pages);
  }

  /// Changes the open database behind everybody's back.
  public void change(String sql) {
    TempDatabase.change(feeds.database, sql);
  }

  /// Keeps whoever writes waiting until that is counted down.
  public void occupyWriter(CountDownLatch end) {
    TempDatabase.occupyWriter(feeds.database, end);
  }

  /// Lets no index be built further, as on a full disk.
  public void refuseBuilds() {
    change(
        "CREATE TRIGGER no_build BEFORE UPDATE ON index_builds BEGIN"
            + " SELECT RAISE(ABORT, 'full'); END");
  }

  /// Indexes may be built again.
  public void allowBuilds() {
    change("DROP TRIGGER no_build");
  }

  /// How many rows a table has.
  public long rows(String table) {
    return read(tx -> tx.one("SELECT count(*) FROM " + table, row -> row.number(1)).orElseThrow());
  }

  /// Asks the open database itself.
  public <T> T read(Work<T> question) {
    return feeds.database.read(question);
  }

  /// The steps in which SQLite would answer a query.
  public List<String> plan(String sql, Object... arguments) {
    return read(tx -> tx.list("EXPLAIN QUERY PLAN " + sql, row -> row.text(4), arguments));
  }

  /// Changes a byte of a stored message behind everybody's back, as a bad disk does.
  public static void damage(Feeds feeds, FeedId author, long sequence) {
    TempDatabase.change(
        feeds.database,
        "UPDATE messages SET wire = CAST(substr(wire, 1, length(wire) - 1) || '?' AS BLOB)"
            + " WHERE sequence = %d AND feed = (SELECT feed FROM feeds WHERE hex(id) = '%s')"
                .formatted(sequence, HexFormat.of().withUpperCase().formatHex(author.bytes())));
  }

  /// The message kept as the proof that a feed has forked, as its author signed it.
  public static Optional<byte[]> forkProof(Feeds feeds, FeedId feed) {
    return feeds.database.read(
        tx ->
            tx.one(
                "SELECT wire FROM fork_proofs JOIN feeds USING (feed) WHERE id = ?",
                row -> row.bytes(1),
                feed.bytes()));
  }

  /// Lets no draft be read, as on a damaged disk.
  public void hideDrafts() {
    TempDatabase.change(feeds.database, "ALTER TABLE drafts RENAME TO hidden_drafts");
  }

  /// Drafts are there again.
  public void showDrafts() {
    TempDatabase.change(feeds.database, "ALTER TABLE hidden_drafts RENAME TO drafts");
  }

  /// Takes in message values and waits for every verdict.
  public List<Verdict> ingest(Collection<byte[]> values, Origin origin) {
    return ingest(feeds, values, origin);
  }

  /// Imports message values given as text.
  public List<Verdict> ingest(String... values) {
    return ingest(
        Arrays.stream(values).map(value -> value.getBytes(StandardCharsets.UTF_8)).toList(),
        IMPORT);
  }

  /// Takes in message values and waits for every verdict.
  public static List<Verdict> ingest(Feeds feeds, Collection<byte[]> values, Origin origin) {
    List<CompletableFuture<Verdict>> verdicts = new ArrayList<>();
    try {
      for (byte[] value : values) {
        CompletableFuture<Verdict> verdict = new CompletableFuture<>();
        feeds.ingest().offer(value, origin, verdict::complete);
        verdicts.add(verdict);
      }
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
    return verdicts.stream().map(CompletableFuture::join).toList();
  }

  private Feeds openFeeds() {
    FeedsSettings settings = FeedsSettings.of(folder, stateFolder).withHops(hops);
    return Feeds.open(settings, new Clocks(clock, steadyClock), new SecureRandom());
  }

  @Override
  public void close() {
    feeds.close();
  }
}
