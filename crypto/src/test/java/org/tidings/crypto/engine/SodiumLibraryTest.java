package org.tidings.crypto.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SodiumLibraryTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    "Linux, amd64, linux64/libsodium.so",
    "Linux, x86, linux/libsodium.so",
    "Linux, aarch64, arm64/libsodium.so",
    "Linux, arm, armv6/libsodium.so",
    "Mac OS X, x86_64, mac/libsodium.dylib",
    "Mac OS X, aarch64, mac_arm/libsodium.dylib",
    "Windows 11, amd64, windows64/libsodium.dll",
    "Windows 10, x86, windows/libsodium.dll"
  })
  void everyPlatformHasItsBundledLibrary(String os, String arch, String resource) {
    assertThat(SodiumLibrary.resource(os, arch)).isEqualTo(resource);
    assertThat(getClass().getClassLoader().getResource(resource)).isNotNull();
  }

  @Test
  void libraryUnpackedOnceIsUsedAgain() throws IOException {
    Path first = SodiumLibrary.unpacked(folder);
    var before = FileTime.fromMillis(1_000_000);
    Files.setLastModifiedTime(first, before);
    Path second = SodiumLibrary.unpacked(folder);
    assertThat(second).isEqualTo(first).startsWith(folder);
    assertThat(Files.getLastModifiedTime(second)).isEqualTo(before);
  }

  @Test
  void damagedOrForgedLibraryIsReplaced() throws IOException {
    Path library = SodiumLibrary.unpacked(folder);
    byte[] right = Files.readAllBytes(library);
    Files.write(library, new byte[right.length]);
    assertThat(SodiumLibrary.unpacked(folder)).isEqualTo(library).hasBinaryContent(right);
    assertThat(library.getParent()).isDirectoryContaining(file -> file.equals(library));
    try (var files = Files.list(library.getParent())) {
      assertThat(files).hasSize(1);
    }
  }

  @Test
  void temporaryFolderServesWhereTheCacheCannotBeWritten() throws IOException {
    Path occupied = Files.writeString(folder.resolve("file"), "not a folder");
    Path library = SodiumLibrary.unpacked(occupied);
    assertThat(library).isRegularFile();
    assertThat(library.startsWith(folder)).isFalse();
  }

  @Test
  void preferredEngineIsLibsodiumHere() {
    assertThat(Engine.preferred().name()).startsWith("libsodium 1.0.");
  }
}
