package org.tidings.feed.crash;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// The library that stands between a program and its disk, built from `disk.c`.
final class Shim {

  private Shim() {}

  /// Builds it in this folder.
  static Path build(Path folder) throws IOException, InterruptedException {
    Path source = folder.resolve("disk.c");
    try (InputStream in = Shim.class.getResourceAsStream("disk.c")) {
      Files.copy(in, source);
    }
    Path library = folder.resolve("disk.so");
    int code =
        run(
            "gcc",
            "-Wall",
            "-O1",
            "-shared",
            "-fPIC",
            "-o",
            library + "",
            source + "",
            "-ldl",
            "-lpthread");
    if (code != 0) {
      throw new IOException("gcc ended with " + code);
    }
    return library;
  }

  /// What keeps it from being built here.
  static Optional<String> missing() {
    if (!System.getProperty("os.name").equals("Linux")) {
      return Optional.of("the disk that fails is made for Linux");
    }
    try {
      return run("gcc", "--version") == 0 ? Optional.empty() : Optional.of("gcc does not work");
    } catch (IOException none) {
      return Optional.of("gcc is missing (Debian: apt-get install gcc libc6-dev)");
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      return Optional.of("interrupted");
    }
  }

  private static int run(String... command) throws IOException, InterruptedException {
    return new ProcessBuilder(command)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start()
        .waitFor();
  }
}
