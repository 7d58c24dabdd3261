package org.tidings.feed.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class LeftoverLogTest {

  private static final int HEADER = 32;
  private static final int FRAME = 24 + 4_096;
  private static final int ROW_FEED = 7;

  @TempDir Path folder;
  private Connections connections;
  private Tx tx;
  private long sequence;

  @BeforeEach
  void open() {
    connections = new Connections(folder.resolve(Database.FILE));
    tx = new Tx(connections.writer());
    Connections.prepareWriter(tx, true);
    tx.execute("PRAGMA wal_autocheckpoint = 0");
    tx.execute(
        "CREATE TABLE messages (arrival INTEGER PRIMARY KEY, feed INTEGER, sequence INTEGER,"
            + " claimed REAL, received INTEGER, type TEXT, id BLOB, wire BLOB)");
  }

  @AfterEach
  void close() {
    tx.close();
  }

  /// Each in a transaction of its own.
  private void write(int messages) {
    for (int i = 0; i < messages; i++) {
      tx.update(
          "INSERT INTO messages (feed, sequence, claimed, received, type, id, wire)"
              + " VALUES (?, ?, 5, 6, 'post', zeroblob(32), zeroblob(3000))",
          ROW_FEED,
          ++sequence);
    }
  }

  private Optional<DamagedLog> damage(byte[] bytes) throws IOException {
    return LeftoverLog.damage(Files.write(folder.resolve("left"), bytes));
  }

  private byte[] bytes() throws IOException {
    return Files.readAllBytes(connections.beside("-wal"));
  }

  private static byte[] flipped(byte[] bytes, int at) {
    bytes[at] ^= 1;
    return bytes;
  }

  @Test
  void oneThatIsAsItWasWrittenIsSound() throws IOException {
    write(9);
    assertThat(damage(bytes())).isEmpty();
  }

  @Test
  void whateverBitFlipsButInItsLastFrameIsFound() throws IOException {
    write(9);
    byte[] sound = bytes();
    for (int at = 0; at < sound.length - FRAME; at += 97) {
      assertThat(damage(flipped(sound.clone(), at))).as("byte " + at).isPresent();
    }
  }

  @Test
  void whatLiesBehindTheDamageTellsUpToWhereFeedsReached() throws IOException {
    write(9);
    DamagedLog damage = damage(flipped(bytes(), HEADER + FRAME + 99)).orElseThrow();
    assertThat(damage.ends()).isEqualTo(Map.of((long) ROW_FEED, 8L));
    assertThat(damage.perhaps()).isEqualTo(Map.of((long) ROW_FEED, 9L));
  }

  @Test
  void itTellsOfRowsWithAnOriginToo() throws IOException {
    tx.execute("ALTER TABLE messages ADD COLUMN shown INTEGER DEFAULT NULL");
    tx.execute("ALTER TABLE messages ADD COLUMN origin INTEGER DEFAULT NULL");
    write(9);
    DamagedLog damage = damage(flipped(bytes(), HEADER + FRAME + 99)).orElseThrow();
    assertThat(damage.ends()).isEqualTo(Map.of((long) ROW_FEED, 8L));
  }

  @Test
  void framesOfTheLogBeforeAreNoDamage() throws IOException {
    write(9);
    long before = bytes().length;
    tx.execute("PRAGMA wal_checkpoint(RESTART)");
    write(1);
    assertThat(bytes()).hasSize((int) before);
    assertThat(damage(bytes())).isEmpty();
  }

  /// Where the disk does not give it out, as it does not give out the bytes of a folder.
  @Test
  @EnabledOnOs(OS.LINUX)
  void oneThatCannotBeReadIsSaidToBe() {
    assertThatThrownBy(() -> DamagedLog.left(folder))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("cannot be read");
  }

  @Test
  void anEndThatWasBeingWrittenIsNoDamage() throws IOException {
    write(9);
    byte[] sound = bytes();
    byte[] torn = Arrays.copyOf(sound, sound.length + FRAME);
    System.arraycopy(sound, sound.length - FRAME, torn, sound.length, FRAME / 2);
    assertThat(damage(torn)).isEmpty();
  }
}
