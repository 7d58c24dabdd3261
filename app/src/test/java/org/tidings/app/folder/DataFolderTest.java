package org.tidings.app.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tidings.feed.Bounds;
import org.tidings.feed.json.Json;

class DataFolderTest {
  @TempDir private Path temp;

  @Test
  void isMadeForItsOwnerOnly() throws Exception {
    DataFolder folder = folder();

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.path())))
        .isEqualTo("rwx------");
  }

  @Test
  void aFileInItsPlaceIsRefused() throws Exception {
    Path file = Files.writeString(temp.resolve("data"), "mine");

    assertThatThrownBy(() -> DataFolder.at(file, temp))
        .isInstanceOf(FolderException.class)
        .hasMessageContaining("not a folder");
    assertThat(file).hasContent("mine");
  }

  @Nested
  class Locking {
    @Test
    void oneOwnerAtATime() throws Exception {
      DataFolder folder = folder();
      FolderLock first = FolderLock.tryAcquire(folder).orElseThrow();

      assertThat(FolderLock.tryAcquire(folder)).isEmpty();
      first.close();
      try (FolderLock second = FolderLock.tryAcquire(folder).orElseThrow()) {
        assertThat(second).isNotNull();
      }
    }

    @Test
    void askingInVainDoesNotLoseTheLock() throws Exception {
      DataFolder folder = folder();
      try (FolderLock held = FolderLock.tryAcquire(folder).orElseThrow()) {
        assertThat(held).isNotNull();
        assertThat(FolderLock.tryAcquire(folder)).isEmpty();

        assertThat(lockedForOthers(folder)).isTrue();
      }
      assertThat(lockedForOthers(folder)).isFalse();
    }

    /// Locks belong to processes, so another one has to look.
    private static boolean lockedForOthers(DataFolder folder)
        throws IOException, InterruptedException {
      Process other =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-cp",
                  System.getProperty("java.class.path"),
                  LockProbe.class.getName(),
                  folder.lock().toString())
              .inheritIO()
              .start();
      return other.waitFor() == LockProbe.LOCKED;
    }
  }

  @Nested
  class Instances {
    private final Instance instance = new Instance(7, 4242, "c2VjcmV0", "bmV0", "@me");

    @Test
    void areReadAsWritten() throws Exception {
      DataFolder folder = folder();
      instance.write(folder);

      assertThat(Instance.read(folder)).hasValue(instance);
      Instance.remove(folder);
      assertThat(Instance.read(folder)).isEmpty();
    }

    @Test
    void areForTheOwnersEyesOnly() throws Exception {
      DataFolder folder = folder();
      instance.write(folder);

      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.instance())))
          .isEqualTo("rw-------");
      assertThat(instance.toString()).doesNotContain("c2VjcmV0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "{\"pid\":1}", "{\"pid\":\"x\",\"port\":1}"})
    void thatAreGarbledAreNone(String text) throws Exception {
      DataFolder folder = folder();
      Files.writeString(folder.instance(), text);

      assertThat(Instance.read(folder)).isEqualTo(Optional.empty());
    }
  }

  @Nested
  class SettingsInIt {
    @Test
    void areTheUsualOnesAtFirst() throws Exception {
      Settings settings = Settings.read(folder());

      assertThat(settings.bounds()).isEqualTo(Bounds.USUAL);
      assertThat(settings.port(false)).isEqualTo(8008);
      assertThat(settings.lan()).isTrue();
    }

    @Test
    void areTheUsualOnesInAnEmptyFile() throws Exception {
      DataFolder folder = folder();
      Files.createFile(folder.settings());

      assertThat(Settings.read(folder).port(false)).isEqualTo(8008);
    }

    @Test
    void keepWhatTheyDoNotKnow() throws Exception {
      DataFolder folder = folder();
      Files.writeString(folder.settings(), "{\"colour\":\"teal\",\"hops\":3}");

      Settings.read(folder).with("lan", Json.of(false)).write(folder);

      Settings read = Settings.read(folder);
      assertThat(read.bounds()).isEqualTo(Bounds.USUAL.withHops(3));
      assertThat(read.lan()).isFalse();
      assertThat(read.all().string("colour")).hasValue("teal");
    }

    @Test
    void thatCannotBeReadAreLeftAlone() throws Exception {
      DataFolder folder = folder();
      Files.writeString(folder.settings(), "{\"hops\":");

      assertThatThrownBy(() -> Settings.read(folder))
          .isInstanceOf(FolderException.class)
          .hasMessageContaining("settings.json");
      assertThat(folder.settings()).hasContent("{\"hops\":");
    }
  }

  private DataFolder folder() throws FolderException {
    return DataFolder.at(temp.resolve("deep").resolve("data"), temp.resolve("state"));
  }
}
