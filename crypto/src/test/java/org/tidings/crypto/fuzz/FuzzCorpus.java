package org.tidings.crypto.fuzz;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.DynamicTest;
import org.tidings.crypto.hash.Sha256;

/// The inputs that, together, take a fuzz target through all of its code that was ever reached: a
/// zip under `fuzz` in the test resources, named after the target.
///
/// @param inputs by name, which is taken from the content
public record FuzzCorpus(SortedMap<String, byte[]> inputs) {
  private static final int NAME_CHARS = 16;

  /// The corpus of these inputs.
  static FuzzCorpus of(Collection<byte[]> inputs) {
    SortedMap<String, byte[]> named = new TreeMap<>();
    inputs.forEach(input -> named.put(name(input), input));
    return new FuzzCorpus(named);
  }

  /// One test for every input kept for `target`.
  public static Stream<DynamicTest> replay(Class<?> target, Consumer<byte[]> code) {
    InputStream zip =
        Objects.requireNonNull(
            target.getResourceAsStream("/fuzz/" + target.getSimpleName() + ".zip"));
    return read(zip).inputs.entrySet().stream()
        .map(each -> DynamicTest.dynamicTest(each.getKey(), () -> code.accept(each.getValue())));
  }

  static FuzzCorpus read(InputStream source) {
    SortedMap<String, byte[]> named = new TreeMap<>();
    try (ZipInputStream zip = new ZipInputStream(source)) {
      for (ZipEntry entry; (entry = zip.getNextEntry()) != null; ) {
        named.put(entry.getName(), zip.readAllBytes());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new FuzzCorpus(named);
  }

  /// The files of a folder.
  static FuzzCorpus in(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return of(files.map(FuzzCorpus::bytes).toList());
    }
  }

  /// Makes a file of every input.
  void unpack(Path folder) throws IOException {
    for (Map.Entry<String, byte[]> each : inputs.entrySet()) {
      Files.write(folder.resolve(each.getKey()), each.getValue());
    }
  }

  /// The same inputs give the same zip.
  void write(Path file) throws IOException {
    Files.createDirectories(file.getParent());
    try (OutputStream out = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, byte[]> each : inputs.entrySet()) {
        ZipEntry entry = new ZipEntry(each.getKey());
        entry.setTime(0);
        zip.putNextEntry(entry);
        zip.write(each.getValue());
      }
    }
  }

  private static String name(byte[] input) {
    return HexFormat.of().formatHex(Sha256.of(input)).substring(0, NAME_CHARS);
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
