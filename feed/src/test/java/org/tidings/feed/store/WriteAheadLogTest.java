package org.tidings.feed.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
    Connections.prepareWriter(tx);
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
    log.afterCommit(tx);
    assertThat(carried()).as("it is small").isLessThan(MIB);
    write(2);
    log.afterCommit(tx);
    assertThat(carried()).isGreaterThan(5 * MIB);
    write(1);
    assertThat(bytes()).isLessThan(2 * MIB);
  }

  @Test
  void oneThatTakesMoreThanIsLeftOfTheDiskGivesItsRoomBackAtOnce() {
    log(WriteAheadLog.PAGES, 4 * MIB);
    write(3);
    log.afterCommit(tx);
    assertThat(bytes()).as("there is room for all of it").isGreaterThan(3 * MIB);
    write(2);
    log.afterCommit(tx);
    assertThat(carried()).isGreaterThan(5 * MIB);
    assertThat(bytes()).isZero();
  }

  @Test
  void whatIsNewerThanAReaderWaits() {
    write(3);
    Tx reader = reading();
    write(2);
    log.afterCommit(tx);
    assertThat(carried()).isBetween(3L * MIB, 4L * MIB);
    end(reader);
    write(1);
    log.afterCommit(tx);
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
    log.afterCommit(tx);
    assertThat(bytes()).isGreaterThan(7 * MIB);
    end(reader);
    log.afterCommit(tx);
    assertThat(bytes()).as("it has not grown since").isGreaterThan(7 * MIB);
    write(1);
    log.afterCommit(tx);
    assertThat(bytes()).isZero();
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
