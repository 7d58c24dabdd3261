package org.tidings.feed.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.tidings.feed.store.StoreException.Kind;

class StoreExceptionTest {

  /// On this one there is never any room.
  private static final Path FULL = Path.of("/proc/nowhere/file");

  private final IOException foreign =
      new IOException("Auf dem Gerät ist kein Speicherplatz mehr verfügbar");

  @TempDir Path folder;

  @Test
  void aFullDiskIsKnownByTheSystemsWords() {
    IOException words = new IOException("No space left on device");
    assertThat(StoreException.ofFile("It failed.", folder, words).kind()).isEqualTo(Kind.DISK_FULL);
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void aFullDiskIsKnownInAnyLanguage() {
    assertThat(StoreException.isFull(FULL, foreign)).isTrue();
    assertThat(StoreException.isFull(new FileSystemException(FULL.toString(), null, "voll")))
        .isTrue();
  }

  @Test
  void whereThereIsRoomItIsSomethingElse() {
    assertThat(StoreException.isFull(folder.resolve("nowhere").resolve("file"), foreign)).isFalse();
    assertThat(StoreException.isFull(foreign)).isFalse();
  }

  @Test
  void whatIsKnownToBeSomethingElseIsThat() {
    IOException denied = new AccessDeniedException(FULL.toString());
    assertThat(StoreException.isFull(FULL, denied)).isFalse();
    assertThat(StoreException.isFull(denied)).isFalse();
  }
}
