package org.tidings.crypto.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DurableFileTest {
  @TempDir Path folder;

  @Test
  void theNewContentIsAllThatIsThere() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "something longer");
    DurableFile.replace(file, "short".getBytes(StandardCharsets.UTF_8));
    assertThat(file).hasContent("short");
    assertThat(folder).isDirectoryContaining(file::equals);
    assertThat(folder.toFile().list()).hasSize(1);
  }

  @Test
  void whatWasLeftOfAnEarlierAttemptIsNoHindrance() throws IOException {
    Path file = folder.resolve("file");
    Files.writeString(folder.resolve("file.new"), "something much longer");
    DurableFile.replace(file, "short".getBytes(StandardCharsets.UTF_8));
    assertThat(file).hasContent("short");
  }

  @Test
  void theFolderOfAFileIsTheOneItsNameIsIn() {
    assertThatCode(() -> DurableFile.syncFolderOf(Path.of("a name alone")))
        .doesNotThrowAnyException();
    assertThatThrownBy(() -> DurableFile.syncFolderOf(folder.resolve("nowhere").resolve("file")))
        .isInstanceOf(NoSuchFileException.class);
  }
}
