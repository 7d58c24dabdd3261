package org.tidings.feed.crash;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Message values, one a line, for a program to take in. Stateless.
final class ValueFile {

  private ValueFile() {}

  static void write(Path file, List<byte[]> values) throws IOException {
    Files.write(
        file, values.stream().map(value -> new String(value, StandardCharsets.UTF_8)).toList());
  }

  static List<byte[]> read(Path file) throws IOException {
    return Files.readAllLines(file).stream()
        .map(line -> line.getBytes(StandardCharsets.UTF_8))
        .toList();
  }
}
