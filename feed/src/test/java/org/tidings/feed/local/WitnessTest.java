package org.tidings.feed.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidings.feed.SomeFeed;

class WitnessTest {

  @TempDir Path folder;

  private Witness witness() {
    return new Witness(folder.resolve("state"), SomeFeed.of("ann").id());
  }

  private Path file() throws IOException {
    try (var files = Files.list(folder.resolve("state"))) {
      return files.findFirst().orElseThrow();
    }
  }

  @Test
  void knowsNothingAtFirst() {
    assertThat(witness().isAheadOf(0)).isFalse();
  }

  @Test
  void remembersTheLastNumber() {
    witness().remember(6);
    witness().remember(7);
    assertThat(witness().isAheadOf(6)).isTrue();
    assertThat(witness().isAheadOf(7)).isFalse();
  }

  @Test
  void isThereForOneIdentityOnly() {
    witness().remember(7);
    Witness other = new Witness(folder.resolve("state"), SomeFeed.of("bob").id());
    assertThat(other.isAheadOf(0)).isFalse();
  }

  @Test
  void thatIsDamagedMightSayAnything() throws IOException {
    witness().remember(7);
    Files.writeString(file(), "hello");
    assertThat(witness().isAheadOf(1_000)).isTrue();
  }

  @Test
  void canBeReadByItsOwnerAlone() throws IOException {
    assumeTrue(Files.getFileStore(folder).supportsFileAttributeView("posix"));
    witness().remember(7);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
        .isEqualTo("rw-------");
  }

  @Nested
  class AFileMark {

    @Test
    void staysTheSameWhileTheFileIsWrittenTo() throws IOException {
      Path file = Files.writeString(folder.resolve("file"), "one");
      String before = FileMark.of(file);
      Files.writeString(file, "two");
      assertThat(FileMark.of(file)).isEqualTo(before);
    }

    @Test
    void differsForACopy() throws IOException {
      Path file = Files.writeString(folder.resolve("file"), "one");
      Path copy = Files.copy(file, folder.resolve("copy"));
      assertThat(FileMark.of(copy)).isNotEqualTo(FileMark.of(file));
    }
  }
}
