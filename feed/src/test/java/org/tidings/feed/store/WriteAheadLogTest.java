package org.tidings.feed.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WriteAheadLogTest {

  private static final int MIB = 1024 * 1024;

  /// 4 MiB.
  private static final int FEW = 1_024;

  @TempDir Path folder;

  private Connections connections;
  private WriteAheadLog log;
  private Tx tx;

  @BeforeEach
  void open() {
    connections = new Connections(folder.resolve(Database.FILE));
    tx = new Tx(connections.writer());
    Connections.prepareWriter(tx, true);
    log(FEW, Long.MAX_VALUE);
    tx.execute("CREATE TABLE stones (stone BLOB)");
  }

  private void log(int pages) {
    log(pages, Long.MAX_VALUE);
  }

  private void log(int pages, long room) {
    log = new WriteAheadLog(connections, pages, () -> room);
    log.prepare(tx);
  }

  @AfterEach
  void close() {
    tx.close();
  }

  private void write(int mib) {
    tx.update("INSERT INTO stones (stone) VALUES (zeroblob(?))", mib * MIB);
  }

  private void tend() {
    log.tend(tx, false);
  }

  private Tx reading() {
    Tx reader = new Tx(connections.reader());
    reader.control("BEGIN");
    reader.one("SELECT count(*) FROM stones", row -> true);
    return reader;
  }

  private static void end(Tx reader) {
    reader.control("COMMIT");
    reader.close();
  }

  private long bytes() {
    return folder.resolve(Database.FILE + "-wal").toFile().length();
  }

  private long carried() {
    return folder.resolve(Database.FILE).toFile().length();
  }

  @Test
  void sqliteDoesNotCarryOverByItself() {
    write(6);
    assertThat(carried()).isLessThan(MIB);
  }

  @Test
  void aLargeOneIsCarriedOverAndBegunAnew() {
    write(3);
    tend();
    assertThat(carried()).as("it is small").isLessThan(MIB);
    write(2);
    tend();
    assertThat(carried()).isGreaterThan(5 * MIB);
    write(1);
    assertThat(bytes()).isLessThan(2 * MIB);
  }

  @Test
  void oneThatTakesMoreThanIsLeftOfTheDiskGivesItsRoomBackAtOnce() {
    log(WriteAheadLog.PAGES, 4 * MIB);
    write(3);
    tend();
    assertThat(bytes()).as("there is room for all of it").isGreaterThan(3 * MIB);
    write(2);
    tend();
    assertThat(carried()).isGreaterThan(5 * MIB);
    assertThat(bytes()).isZero();
  }

  @Test
  void whatIsNewerThanAReaderWaits() {
    write(3);
    Tx reader = reading();
    write(2);
    tend();
    assertThat(carried()).isBetween(3L * MIB, 4L * MIB);
    end(reader);
    write(1);
    tend();
    assertThat(carried()).isGreaterThan(6 * MIB);
  }

  @Test
  void itGivesItsRoomBackOnceHardlyAnythingIsWritten() {
    log(WriteAheadLog.PAGES);
    tx.update(
        "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 20000)"
            + " INSERT INTO stones (stone) SELECT zeroblob(1000) FROM n");
    log.rest(tx);
    assertThat(bytes()).as("a bulk load may go on").isGreaterThan(16 * MIB);
    write(1);
    log.rest(tx);
    assertThat(bytes()).isZero();
  }

  @Test
  void whereSomebodyReadsItIsLeftAlone() {
    write(1);
    Tx reader = reading();
    write(2);
    log.rest(tx);
    assertThat(bytes()).isGreaterThan(3 * MIB);
    end(reader);
    log.rest(tx);
    assertThat(bytes()).isZero();
  }

  @Test
  void oneThatReadersKeptGrowingIsCutAsSoonAsTheyAreDone() {
    write(1);
    Tx reader = reading();
    write(6);
    tend();
    assertThat(bytes()).isGreaterThan(7 * MIB);
    end(reader);
    tend();
    assertThat(bytes()).as("it has not grown since").isGreaterThan(7 * MIB);
    write(1);
    tend();
    assertThat(bytes()).isZero();
  }

  @Test
  void whoeverWantsToWriteComesBeforeALargeOne() {
    write(5);
    log.tend(tx, true);
    assertThat(carried()).isLessThan(MIB);
    write(2);
    log.tend(tx, true);
    assertThat(bytes()).as("it must not grow for ever").isZero();
  }

  /// Also where that has begun. Nothing that follows is cut short.
  @Test
  void whoeverWantsToWriteCutsShortWhatGivesItsRoomBack() {
    log(WriteAheadLog.PAGES);
    AtomicBoolean isOver = new AtomicBoolean();
    Thread hurried =
        Thread.ofPlatform()
            .start(
                () -> {
                  while (!isOver.get()) {
                    log.giveWay();
                  }
                });
    await()
        .pollInSameThread()
        .until(
            () -> {
              write(20);
              log.rest(tx);
              return bytes() > 0;
            });
    isOver.set(true);
    Uninterruptibly.join(hurried);
    long stones = tx.one("SELECT count(*) FROM stones", row -> row.number(1)).orElseThrow();
    log.rest(tx);
    assertThat(bytes()).isZero();
    assertThat(tx.one("SELECT count(*) FROM stones", row -> row.number(1))).contains(stones);
    assertThat(tx.one("PRAGMA integrity_check", row -> row.text(1))).contains("ok");
    assertThat(tx.one("PRAGMA busy_timeout", row -> row.integer(1)))
        .contains(Connections.BUSY_TIMEOUT_MS);
  }

  @Test
  void writingItAgainChangesNothingInIt() throws IOException {
    write(3);
    Path file = folder.resolve(Database.FILE + "-wal");
    byte[] before = Files.readAllBytes(file);
    log.writeAgain();
    assertThat(Files.readAllBytes(file)).isEqualTo(before);
    assertThat(tx.one("SELECT count(*) FROM stones", row -> row.number(1))).contains(1L);
  }
}
