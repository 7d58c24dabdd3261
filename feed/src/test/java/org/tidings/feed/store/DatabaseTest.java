package org.tidings.feed.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tidings.feed.store.StoreException.Kind;

class DatabaseTest {

  private static final Migrations PLANTS = plants("T001__plants.sql");

  @TempDir Path folder;

  private static Migrations plants(String... steps) {
    return new Migrations("plants", DatabaseTest.class, List.of(steps));
  }

  private static List<String> names(Database database) {
    return database.read(
        tx -> tx.list("SELECT name FROM plants ORDER BY name", row -> row.text(1)));
  }

  private static int many(Tx tx) {
    return tx.update(
        "INSERT INTO plants (name) WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n"
            + " WHERE i < 50000) SELECT 'weed ' || i || hex(randomblob(20)) FROM n");
  }

  private static int add(Tx tx, String name) {
    return tx.update("INSERT INTO plants (name) VALUES (?)", name);
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void nobodyElseMayReadTheFiles() throws IOException {
    try (TempDatabase temp = new TempDatabase(folder, PLANTS)) {
      temp.database().write(Durability.FULL, tx -> add(tx, "fern"));
      for (String end : List.of("", "-wal", "-shm")) {
        Path file = folder.resolve(Database.FILE + end);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
            .as(end)
            .isEqualTo("rw-------");
      }
    }
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void norAFileThatOthersCouldReadBefore() throws IOException {
    new TempDatabase(folder, PLANTS).close();
    Path file = folder.resolve(Database.FILE);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-r--"));
    new TempDatabase(folder, PLANTS).close();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }

  @Test
  void nothingIsAskedWhereNobodyMayWait() {
    try (TempDatabase temp = new TempDatabase(folder, PLANTS)) {
      Database database = temp.database();
      database.write(Durability.FULL, tx -> add(tx, "fern"));
      database.beforeWaiting(
          () -> {
            throw new AssertionError("in a hurry");
          });
      assertThatThrownBy(() -> names(database)).hasMessage("in a hurry");
      assertThatThrownBy(() -> database.write(Durability.FULL, tx -> add(tx, "reed")))
          .hasMessage("in a hurry");
      database.beforeWaiting(() -> {});
      assertThat(names(database)).containsExactly("fern", "moss");
    }
  }

  @Test
  void whatWasWrittenIsThereAfterReopening() {
    try (TempDatabase temp = new TempDatabase(folder, PLANTS)) {
      temp.database().write(Durability.FULL, tx -> add(tx, "fern"));
      assertThat(names(temp.reopen(PLANTS))).containsExactly("fern", "moss");
    }
  }

  @Test
  void openingWritesNothing() {
    new TempDatabase(folder, PLANTS).close();
    try (TempDatabase temp = new TempDatabase(folder, PLANTS)) {
      assertThat(names(temp.database())).containsExactly("moss");
      assertThat(folder.resolve(Database.FILE + "-wal")).isEmptyFile();
    }
  }

  @Test
  void anythingMayStandInTheNameOfTheFolder() {
    Path odd = folder.resolve("a b?c=d&e%20f#g ü");
    try (TempDatabase temp = new TempDatabase(odd, PLANTS)) {
      assertThat(names(temp.database())).containsExactly("moss");
      assertThat(odd.resolve("tidings.sqlite")).exists();
    }
  }

  @Test
  void freedPagesCanBeGivenBackStepByStep() {
    try (TempDatabase temp = new TempDatabase(folder)) {
      int mode =
          temp.database().read(tx -> tx.one("PRAGMA auto_vacuum", row -> row.integer(1)).orElse(0));
      assertThat(mode).as("2 is incremental").isEqualTo(2);
    }
  }

  @Nested
  class Writing {

    @Test
    void workThatThrowsIsUndoneWholly() {
      try (TempDatabase temp = new TempDatabase(folder, PLANTS)) {
        assertThatThrownBy(
                () ->
                    temp.database()
                        .write(
                            Durability.FULL,
                            tx -> {
                              add(tx, "fern");
                              throw new IllegalArgumentException("no ferns");
                            }))
            .isInstanceOf(IllegalArgumentException.class);
        assertThat(names(temp.database())).containsExactly("moss");
      }
    }

    @Test
    void everyWriteRunsOnTheOneWriterThread() {
      try (TempDatabase temp = new TempDatabase(folder, PLANTS)) {
        List<CompletableFuture<String>> threads =
            IntStream.range(0, 8)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> writingThread(temp)))
                .toList();
        assertThat(threads.stream().map(CompletableFuture::join)).containsOnly("feed-writer");
      }
    }

    private static String writingThread(TempDatabase temp) {
      return temp.database()
          .write(
              Durability.NORMAL,
              tx -> {
                add(tx, "grass");
                return Thread.currentThread().getName();
              });
    }

    @ParameterizedTest
    @EnumSource
    void theDurabilityAskedForIsTheOneSqliteUses(Durability durability) {
      try (TempDatabase temp = new TempDatabase(folder, PLANTS)) {
        int setting =
            temp.database()
                .write(
                    durability,
                    tx -> tx.one("PRAGMA synchronous", row -> row.integer(1)).orElseThrow());
        assertThat(setting).isEqualTo(durability == Durability.FULL ? 2 : 1);
      }
    }

    @Test
    void memoryIsReadAgainAfterATransactionWasUndone() {
      try (TempDatabase temp = new TempDatabase(folder, PLANTS)) {
        List<String> memory = new ArrayList<>();
        temp.database()
            .afterRollback(
                tx -> memory.addAll(tx.list("SELECT name FROM plants", row -> row.text(1))));
        assertThatThrownBy(
            () -> temp.database().write(Durability.FULL, tx -> tx.update("INSERT INTO nowhere")));
        assertThat(memory).containsExactly("moss");
      }
    }

    @Test
    void whereItCannotBeReadAgainNothingMoreIsWritten() {
      try (TempDatabase temp = new TempDatabase(folder, PLANTS)) {
        temp.database()
            .afterRollback(
                tx -> {
                  throw new IllegalStateException("damaged");
                });
        assertThatThrownBy(
            () -> temp.database().write(Durability.FULL, tx -> tx.update("INSERT INTO nowhere")));
        assertThatThrownBy(() -> temp.database().write(Durability.FULL, tx -> add(tx, "fern")))
            .isInstanceOfSatisfying(
                StoreException.class,
                failure -> assertThat(failure.kind()).isEqualTo(Kind.STOPPED));
        assertThat(names(temp.reopen(PLANTS))).containsExactly("moss");
      }
    }

    /// The first page that is written into a log begun anew has it synced, whichever statement that
    /// is.
    @Test
    void whereASyncFailsBeforeTheCommitNothingMoreIsWritten() {
      try (TempDatabase temp = new TempDatabase(folder, PLANTS)) {
        Work<Integer> unsynced =
            tx -> {
              add(tx, "reed");
              throw new StoreException(Kind.UNCERTAIN);
            };
        assertThatThrownBy(() -> temp.database().write(Durability.FULL, unsynced))
            .isInstanceOf(StoreException.class);
        assertThatThrownBy(() -> temp.database().write(Durability.FULL, tx -> add(tx, "fern")))
            .isInstanceOfSatisfying(
                StoreException.class,
                failure -> assertThat(failure.kind()).isEqualTo(Kind.STOPPED));
        assertThat(names(temp.reopen(PLANTS))).containsExactly("moss");
      }
    }
  }

  @Nested
  class Reading {

    @Test
    void aReaderSeesOneStateWhileTheWriterGoesOn() {
      try (TempDatabase temp = new TempDatabase(folder, PLANTS)) {
        CountDownLatch written = new CountDownLatch(1);
        CountDownLatch begun = new CountDownLatch(1);
        CompletableFuture<List<Integer>> counts =
            CompletableFuture.supplyAsync(
                () ->
                    temp.database()
                        .read(
                            tx -> {
                              int before = count(tx);
                              begun.countDown();
                              await(written);
                              return List.of(before, count(tx));
                            }));
        await(begun);
        temp.database().write(Durability.FULL, tx -> add(tx, "fern"));
        written.countDown();
        assertThat(counts.join()).containsExactly(1, 1);
        assertThat(temp.database().read(Reading::count)).isEqualTo(2);
      }
    }

    private static int count(Tx tx) {
      return tx.one("SELECT count(*) FROM plants", row -> row.integer(1)).orElseThrow();
    }

    private static void await(CountDownLatch latch) {
      try {
        latch.await();
      } catch (InterruptedException stopped) {
        throw new IllegalStateException(stopped);
      }
    }

    @Test
    void readersCannotWrite() {
      try (TempDatabase temp = new TempDatabase(folder, PLANTS)) {
        assertThatThrownBy(() -> temp.database().read(tx -> add(tx, "weed")))
            .isInstanceOfSatisfying(
                StoreException.class,
                failure -> assertThat(failure.kind()).isEqualTo(Kind.READ_ONLY));
        assertThat(names(temp.database())).containsExactly("moss");
      }
    }
  }

  @Nested
  class Upgrading {

    @Test
    void onlyTheNewStepsRun() {
      try (TempDatabase temp = new TempDatabase(folder, PLANTS)) {
        temp.database().write(Durability.FULL, tx -> add(tx, "fern"));
        Database upgraded = temp.reopen(plants("T001__plants.sql", "T002__height.sql"));
        upgraded.write(Durability.FULL, tx -> tx.update("UPDATE plants SET height = 3"));
        assertThat(names(upgraded)).containsExactly("fern", "moss");
      }
    }

    @Test
    void aStepThatFailsLeavesNothingOfItselfBehind() {
      new TempDatabase(folder, PLANTS).close();
      Migrations broken = plants("T001__plants.sql", "T002__height.sql", "T003__broken.sql");
      assertThatThrownBy(() -> Database.open(folder, List.of(broken)))
          .isInstanceOf(StoreException.class);
      try (TempDatabase temp =
          new TempDatabase(folder, plants("T001__plants.sql", "T002__height.sql"))) {
        List<String> columns =
            temp.database()
                .read(
                    tx -> tx.list("SELECT name FROM pragma_table_info('plants')", r -> r.text(1)));
        assertThat(columns).containsExactly("name", "height");
      }
    }

    @Test
    void aNewerDatabaseIsRefusedAndNotTouched() throws IOException {
      new TempDatabase(folder, plants("T001__plants.sql", "T002__height.sql")).close();
      byte[] before = Files.readAllBytes(folder.resolve(Database.FILE));
      assertThatThrownBy(() -> Database.open(folder, List.of(PLANTS)))
          .isInstanceOfSatisfying(
              StoreException.class, failure -> assertThat(failure.kind()).isEqualTo(Kind.TOO_NEW))
          .hasMessageContaining("newer version");
      assertThat(Files.readAllBytes(folder.resolve(Database.FILE))).isEqualTo(before);
    }
  }

  @Nested
  class Failing {

    /// The file and its journal as a program left them that was killed while it made them.
    @Test
    void aFirstStartThatWasKilledIsMadeAgain() throws IOException {
      for (String suffix : List.of("", "-journal")) {
        String name = "/databases/killed-first-start.sqlite" + suffix;
        try (InputStream in = Objects.requireNonNull(getClass().getResourceAsStream(name))) {
          Files.copy(in, folder.resolve(Database.FILE + suffix));
        }
      }
      try (TempDatabase temp = new TempDatabase(folder, PLANTS)) {
        assertThat(names(temp.database())).containsExactly("moss");
      }
    }

    @Test
    void aFileThatIsNoDatabaseIsRefusedAndNotTouched() throws IOException {
      Path file = folder.resolve(Database.FILE);
      byte[] text = "Dear diary, ".repeat(1_000).getBytes(StandardCharsets.UTF_8);
      Files.write(file, text);
      assertThatThrownBy(() -> Database.open(folder, List.of(PLANTS)))
          .isInstanceOfSatisfying(
              StoreException.class, failure -> assertThat(failure.kind()).isEqualTo(Kind.DAMAGED));
      assertThat(Files.readAllBytes(file)).isEqualTo(text);
    }

    @Test
    void aDatabaseOfSomeOtherProgramIsRefusedAndNotTouched() throws IOException {
      try (TempDatabase temp = new TempDatabase(folder, PLANTS)) {
        temp.database().write(Durability.FULL, tx -> tx.update("PRAGMA application_id = 7"));
      }
      byte[] before = Files.readAllBytes(folder.resolve(Database.FILE));
      assertThatThrownBy(() -> Database.open(folder, List.of(PLANTS)))
          .isInstanceOf(StoreException.class)
          .hasMessageContaining("not one of Tidings");
      assertThat(Files.readAllBytes(folder.resolve(Database.FILE))).isEqualTo(before);
    }

    @Test
    void aFullDiskLosesNothingAndWritingGoesOnWhenThereIsRoomAgain() {
      try (TempDatabase temp = new TempDatabase(folder, PLANTS)) {
        temp.leavePages(2);
        assertThatThrownBy(
                () ->
                    temp.database()
                        .write(Durability.FULL, tx -> add(tx, "bamboo ".repeat(100_000))))
            .isInstanceOfSatisfying(
                StoreException.class,
                failure -> assertThat(failure.kind()).isEqualTo(Kind.DISK_FULL));
        assertThat(names(temp.database())).containsExactly("moss");
        temp.leavePages(1_000);
        temp.database().write(Durability.FULL, tx -> add(tx, "fern"));
        assertThat(names(temp.database())).containsExactly("fern", "moss");
      }
    }

    @Test
    void packingChangesNothingThatIsRead() {
      try (TempDatabase temp = new TempDatabase(folder, PLANTS)) {
        Database database = temp.database();
        database.write(Durability.NORMAL, DatabaseTest::many);
        List<String> before = names(database);
        database.repack(() -> false);
        assertThat(names(database)).isEqualTo(before);
        assertThat(names(temp.reopen(PLANTS))).isEqualTo(before);
      }
    }

    @Test
    void packingGivesWayToWhoeverIsInAHurry() {
      try (TempDatabase temp = new TempDatabase(folder, PLANTS)) {
        Database database = temp.database();
        database.write(Durability.NORMAL, DatabaseTest::many);
        List<CompletableFuture<Integer>> posts = new ArrayList<>();
        assertThatThrownBy(() -> database.repack(() -> postOnce(database, posts)))
            .isInstanceOfSatisfying(
                StoreException.class,
                failure -> assertThat(failure.kind()).isEqualTo(Kind.CANCELLED));
        assertThat(posts.getFirst().join()).isEqualTo(1);
        assertThat(names(database)).contains("a post").hasSize(50_002);
        assertThat(names(temp.reopen(PLANTS))).contains("a post").hasSize(50_002);
      }
    }

    /// Does not want the packing to end by itself.
    private static boolean postOnce(Database database, List<CompletableFuture<Integer>> posts) {
      if (posts.isEmpty()) {
        posts.add(
            CompletableFuture.supplyAsync(
                () -> database.write(Durability.FULL, tx -> add(tx, "a post"))));
        while (!database.isWriterAwaited()) {
          Thread.onSpinWait();
        }
      }
      return false;
    }

    @Test
    void whoMadeTheLogLargeIsAnsweredBeforeItIsCarriedOver() {
      try (Database database = TempDatabase.open(folder, 64, PLANTS)) {
        long answered =
            database.call(
                () -> {
                  database.transaction(Durability.FULL, DatabaseTest::many);
                  return carried();
                });
        assertThat(database.call(this::carried)).isGreaterThan(answered);
      }
    }

    private long carried() {
      return folder.resolve(Database.FILE).toFile().length();
    }

    @Test
    void afterClosingEverythingSaysSo() {
      TempDatabase temp = new TempDatabase(folder, PLANTS);
      temp.close();
      assertThatThrownBy(() -> names(temp.database()))
          .isInstanceOfSatisfying(
              StoreException.class, failure -> assertThat(failure.kind()).isEqualTo(Kind.CLOSED));
      assertThatThrownBy(() -> temp.database().write(Durability.FULL, tx -> add(tx, "late")))
          .isInstanceOf(StoreException.class);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"nfs", "nfs4", "cifs", "9p", "smb", "fuse.sshfs", "davfs2", "SMB3"})
  void networkDrivesAreRecognised(String type) {
    assertThat(FolderCheck.isNetwork(type)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"ext4", "btrfs", "xfs", "tmpfs", "overlay", "apfs", "NTFS", "fuseblk"})
  void othersAreNotMistakenForSuch(String type) {
    assertThat(FolderCheck.isNetwork(type)).isFalse();
  }
}
