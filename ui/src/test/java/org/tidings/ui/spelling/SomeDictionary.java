package org.tidings.ui.spelling;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// A small Hunspell dictionary. Words marked `/S` have a form that ends in `s`.
public final class SomeDictionary {
  private SomeDictionary() {}

  /// Writes one called `name` into `folder`, which it makes.
  public static void write(Path folder, String name, String... words) {
    try {
      Files.createDirectories(folder);
      Files.writeString(
          folder.resolve(name + ".aff"), "SET UTF-8\nTRY esianrt\nSFX S Y 1\nSFX S 0 s .\n");
      Files.writeString(
          folder.resolve(name + ".dic"), words.length + "\n" + String.join("\n", List.of(words)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
